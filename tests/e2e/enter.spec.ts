import { givenEveryPage } from './support/every-page'
import { givenRecommendation } from './support/given'
import { login } from './support/login'
import { expect, type Page, test } from './support/test'

/**
 * What Enter in a field may do: what the first button of its form says. It looks for something, or saves what can be changed
 * or taken back. Whatever cannot be undone, and what is done to many at once, is done by its button alone.
 */
const harmless = [
  ...['Show', 'Find', 'Save', 'Import', 'Link', 'Save the name', 'Report progress'],
  ...['Add', 'Add the cycle', 'Add the file', 'Add the link', 'Add the step', 'Move the closing day', 'Save the step'],
  ...['Read the file', 'Check the rows', 'Update this list', 'Split', 'Save and accept', 'Save and confirm'],
  ...['Next: check before publishing', 'Send correction'],
  ...['Add a group', 'Add annotation', 'Create invitation', 'Create token', 'Change password'],
]

/** Of each form in which Enter sends something: its first button. Those in which it does nothing are left out. */
const pressedByEnter = (page: Page) =>
  page.evaluate(() => {
    const taken = 'input:not([type="hidden"], [type="file"], [type="submit"], [type="button"])'
    return [...document.querySelectorAll('form')]
      .filter((form) => form.querySelector(taken) !== null)
      .flatMap((form) => {
        const first = form.querySelector<HTMLButtonElement>('button:not([type="button"])')
        return first && first.name !== '$enter' ? [first.textContent.trim()] : []
      })
  })

/** Where the links and buttons of a page lead that open a form on it. */
const opened = (page: Page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].map(({ href }) => href)
    const buttons = [...document.querySelectorAll<HTMLFormElement>('main form:not([method="post"])')]
      .filter((form) => form.querySelector('input:not([type="hidden"]), select') === null)
      .map(
        (form) =>
          `${form.action.split(/[?#]/)[0]}?${new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))}`,
      )
    return [...links, ...buttons]
      .map((href) => new URL(href))
      .filter(({ pathname, search }) => pathname === location.pathname && search !== '')
      .map(({ pathname, search }) => pathname + search)
  })

test('Enter in a field of any form does nothing that cannot be undone @no-js @layout', async ({ page, context }) => {
  test.setTimeout(180_000)
  await login(context)
  const { code, key } = await givenRecommendation(context)
  const { pages } = await givenEveryPage(context, { code, key, slug: 'unodc', group: 'member-states' })
  const found = new Set<string>()
  const seen = new Set<string>()
  for (const path of [...pages, '/documents/import?way=text']) {
    await page.goto(path)
    // The list has a link for each of its filters, and its forms open without one.
    const more = path === '/recommendations' ? [] : await opened(page)
    for (const address of [path, ...more].filter((one) => !seen.has(one))) {
      seen.add(address)
      if (address !== path) await page.goto(address)
      for (const first of await pressedByEnter(page)) found.add(first)
    }
  }
  expect([...found].toSorted()).toEqual(harmless.toSorted())
})
