import { marks } from '@/lib/platform/pseudo-language'
import type { Page } from './test'

/** Returns the texts of a page in the pseudo-language that are outside of its marks, visible now or later. */
export function outsideMarks(page: Page): Promise<string[]> {
  return page.evaluate(({ start, end }) => {
    const found: string[] = []
    let depth = 0
    const read = (text: string) => {
      let outside = ''
      for (const character of text) {
        if (character === start) depth += 1
        else if (character === end) depth -= 1
        else outside += depth === 0 ? character : '\n'
      }
      found.push(...outside.split('\n'))
    }

    read(document.title)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: around, nodeValue } = walker.currentNode
      if (!around?.closest('script, style, code, kbd, textarea')) read(nodeValue ?? '')
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) read(element.getAttribute(name) ?? '')
    }
    return [...new Set(found.map((text) => text.replace(/\s+/g, ' ').trim()))]
  }, marks)
}

const monthsIn = (form: 'long' | 'short') =>
  Array.from({ length: 12 }, (_, month) => new Date(2026, month).toLocaleString('en-GB', { month: form })).join('|')

const codes = 'en ar zh fr ru es pt de it nl pl tr uk ja ko hi fa sw'.split(' ')
const languages = new Intl.DisplayNames('en-GB', { type: 'language' })

/** Texts that follow the rules of a language instead of its catalogue: dates, lists and the names of languages. */
const written = new RegExp(
  `\\b(\\d{1,2} (${monthsIn('long')}) \\d{4}|(${monthsIn('short')}) \\d{4}|and|UTC|${codes.map((code) => languages.of(code)).join('|')})\\b`,
  'g',
)

/** Returns these texts without the parts that people wrote. */
export function withoutOwn(texts: string[], own: string[]): string[] {
  // Longer texts first, because a shorter one may be part of them.
  const longest = own.toSorted((one, other) => other.length - one.length)
  return texts
    .map((text) =>
      longest
        .reduce((rest, one) => rest.replaceAll(one, ''), text)
        .replace(written, '')
        .trim(),
    )
    .filter((rest) => /\p{L}/u.test(rest))
}

/** Returns every text in responses of the API that a person wrote. A word in lower case is one of the API's own. */
export function ownTexts(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z_]*$/.test(value) ? [] : [value.replace(/\s+/g, ' ').trim()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ownTexts) : []
}
