import { parseHTML } from 'linkedom'
import { textOf } from './scriptless/rendered'
import { submissionOf } from './scriptless/submission'
import { givenEveryPage } from './support/every-page'
import { givenRecommendation } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

/**
 * What Enter in a field may do: what the first button of its form says. It looks for something, or saves what can be changed
 * or taken back. Whatever cannot be undone, and what is done to many at once, is done by its button alone.
 */
const harmless = [
  ...['Show', 'Find', 'Check', 'Save', 'Import', 'Link', 'Save the name', 'Report progress'],
  ...['Add', 'Add the cycle', 'Add the file', 'Add the link', 'Add the step', 'Move the closing day', 'Save the step'],
  ...['Read the file', 'Check the rows', 'Update this list', 'Split', 'Save and accept', 'Save and confirm'],
  ...['Next: check before publishing', 'Send correction'],
  ...['Add a group', 'Add annotation', 'Create invitation', 'Create token', 'Change password'],
]

/** Of each form in which Enter sends something: its first button. Those in which it does nothing are left out. */
function pressedByEnter(shown: Document) {
  const taken = 'input:not([type="hidden"], [type="file"], [type="submit"], [type="button"])'
  return [...shown.querySelectorAll('form')]
    .filter((form) => form.querySelector(taken) !== null)
    .flatMap((form) => {
      const first = form.querySelector('button:not([type="button"])')
      return first && first.getAttribute('name') !== '$enter' ? [textOf(first)] : []
    })
}

/** Where the links and buttons of a page lead that open a form on it. */
function opened(shown: Document, url: string) {
  const links = [...shown.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? '')
  const buttons = [...shown.querySelectorAll('main form')]
    .filter((form) => form.querySelector('input:not([type="hidden"]), select') === null)
    .map((form) => submissionOf(form, null, url))
    .filter(({ method }) => method === 'GET')
  return [...links, ...buttons.map((sent) => sent.url)]
    .map((href) => new URL(href, url))
    .filter(({ pathname, search }) => pathname === new URL(url).pathname && search !== '')
    .map(({ pathname, search }) => pathname + search)
}

test('Enter in a field of any form does nothing that cannot be undone @no-js', async ({ context }) => {
  await login(context)
  const { code, key } = await givenRecommendation(context)
  const { pages } = await givenEveryPage(context, { code, key, slug: 'unodc', group: 'member-states' })
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = async (address: string) => {
    seen.add(address)
    const answer = await context.request.get(address)
    const { document } = parseHTML(await answer.text())
    for (const first of pressedByEnter(document)) found.add(first)
    return opened(document, answer.url())
  }
  for (const path of [...pages, '/documents/import?way=text']) {
    const further = await visit(path)
    // The list has a link for each of its filters, and its forms open without one.
    if (path === '/recommendations') continue
    for (const address of further) if (!seen.has(address)) await visit(address)
  }
  expect([...found].toSorted()).toEqual(harmless.toSorted())
})
