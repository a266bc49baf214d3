import { fieldValue, isToggle } from './fields'
import type { ScriptlessLocator } from './locator'
import type { ScriptlessPage } from './page'
import { isLike, isRendered, textOf, type Wanted } from './rendered'

type Check = (...expected: never[]) => { pass: boolean; found: unknown }

const whole = (text: string, wanted: Wanted) => isLike(text, wanted, true)

/** Returns whether the texts contain the wanted ones in their order. */
function containsInOrder(texts: string[], wanted: Wanted[]) {
  let place = 0
  for (const text of texts) {
    const next = wanted[place]
    if (next !== undefined && isPart(text, next)) place += 1
  }
  return place === wanted.length
}

const isPart = (text: string, wanted: Wanted) =>
  typeof wanted === 'string' ? text.includes(wanted.replace(/\s+/g, ' ').trim()) : isLike(text, wanted)

const checksOfLocator = (locator: ScriptlessLocator) => ({
  toBeVisible() {
    const elements = locator.elements()
    return { pass: elements.length > 0 && isRendered(locator.only()), found: `${elements.length} elements` }
  },
  toBeHidden() {
    const elements = locator.elements()
    return { pass: elements.length === 0 || !isRendered(locator.only()), found: `${elements.length} elements` }
  },
  toHaveCount(count: number) {
    const found = locator.elements().length
    return { pass: found === count, found }
  },
  toContainText(wanted: Wanted | Wanted[]) {
    if (Array.isArray(wanted)) {
      const found = locator.elements().map(textOf)
      return { pass: containsInOrder(found, wanted), found }
    }
    const found = textOf(locator.only())
    return { pass: isPart(found, wanted), found }
  },
  toHaveText(wanted: Wanted | Wanted[]) {
    const found = Array.isArray(wanted) ? locator.elements().map(textOf) : [textOf(locator.only())]
    const expected = [wanted].flat()
    const pass = found.length === expected.length && expected.every((one, place) => whole(found[place] ?? '', one))
    return { pass, found }
  },
  toHaveValue(wanted: Wanted) {
    const found = fieldValue(locator.only())
    return { pass: typeof wanted === 'string' ? found === wanted : wanted.test(found), found }
  },
  toBeChecked() {
    const field = locator.only()
    return { pass: isToggle(field) && field.hasAttribute('checked'), found: field.outerHTML }
  },
  toHaveAttribute(name: string, wanted: Wanted) {
    const found = locator.only().getAttribute(name)
    return { pass: found !== null && (typeof wanted === 'string' ? found === wanted : wanted.test(found)), found }
  },
  toHaveAccessibleDescription(wanted: Wanted) {
    const found = locator.description()
    return { pass: whole(found, wanted), found }
  },
})

const checksOfPage = (page: ScriptlessPage) => ({
  toHaveURL(wanted: Wanted) {
    const found = page.url()
    const href = typeof wanted === 'string' ? new URL(wanted, page.context().baseURL).href : wanted
    return { pass: typeof href === 'string' ? found === href : href.test(found), found }
  },
  toHaveTitle(wanted: Wanted) {
    const found = page.title()
    return { pass: whole(found, wanted), found }
  },
})

/** Turns checks into assertions that throw, and adds their opposites. Nothing changes by itself, so none of them waits. */
function assertions(checks: Record<string, Check>, subject: string) {
  const assert = (expected: boolean) =>
    Object.fromEntries(
      Object.entries(checks).map(([name, check]) => [
        name,
        async (...wanted: never[]) => {
          const { pass, found } = check(...wanted)
          if (pass === expected) return
          throw new Error(`${subject} ${expected ? '' : 'not '}${name}(${wanted.map(shown)}), but: ${shown(found)}`)
        },
      ]),
    )
  return { ...assert(true), not: assert(false) }
}

const shown = (value: unknown) => (value instanceof RegExp ? String(value) : JSON.stringify(value))

export const expectLocator = (locator: ScriptlessLocator) => assertions(checksOfLocator(locator), String(locator))

export const expectPage = (page: ScriptlessPage) => assertions(checksOfPage(page), 'The page')
