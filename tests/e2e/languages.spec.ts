import { administrator } from '../support/administrator'
import { givenEveryPage, writtenOnEveryPage } from './support/every-page'
import { newInstance } from './support/first-visit'
import { login } from './support/login'
import { type BrowserContext, expect, type Page, test } from './support/test'
import { outsideMarks, ownTexts, withoutOwn } from './support/untranslated'

test.use({ locale: 'en-XB' })
// One after another, so that they share an instance.
test.describe.configure({ mode: 'default' })

let instance: Awaited<ReturnType<typeof newInstance>>

test.beforeAll(async () => {
  const { email, password } = administrator
  instance = await newInstance({ PSEUDO_LANGUAGE: 'asked', ADMIN_EMAIL: email, ADMIN_PASSWORD: password })
})

test.afterAll(() => instance.end())

const code = 'SALVADOR-2010'
const one = `/recommendations/${code}-17.3`

const typed = {
  reason: 'The mandate of the council has ended.',
  colleague: { email: 'amina@example.org', name: 'Amina Diallo', role: 'focal_point', organizations: ['unodc'] },
}

/** A little of everything that pages tell of, and what makes a part of them. Returns all pages. */
async function workIn(context: BrowserContext): Promise<string[]> {
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(`${instance.address}/api/v1${path}`, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const given = { code, key: `${code}-17.3`, slug: 'unodc', group: 'states' }
  const { pages, assignment } = await givenEveryPage(context, given, instance.address)
  const { id: person } = await post('/users', typed.colleague)
  const other = await post(`${one}/assignments`, { organization: 'council-of-europe' })
  await post(`/assignments/${other.id}/close`, { closure: 'no_longer_applicable', reason: typed.reason })
  return [...pages, `/people/${person}`, `${one}?change=${assignment}`, `${one}?report=${assignment}`]
}

/** All that people wrote, here and in the first document. */
async function writtenByPeople({ request }: BrowserContext) {
  const addresses = ['/recommendations', one, `/documents/${code}`, '/organizations', '/groups', '/users']
  const answers = addresses.map(async (address) => (await request.get(`${instance.address}/api/v1${address}`)).json())
  const mail = [administrator, typed.colleague].flatMap(({ email }) => email.split(/(?=@)/))
  return [
    ...ownTexts(await Promise.all(answers)),
    ...ownTexts(typed),
    ...ownTexts(writtenOnEveryPage),
    ...mail,
    instance.address,
  ]
}

async function expectTranslatable(page: Page, own: string[]) {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  expect(withoutOwn(await outsideMarks(page), own)).toEqual([])
  // Links within texts are links.
  await expect(page.locator('body')).not.toContainText('](')
}

/** Further states of pages. */
const states = [
  ...['/nowhere', '/recommendations?due=overdue&q=xyzzy', '/recommendations?view=matrix'],
  ...['/recommendations?view=assignments', '/documents/import?way=text', `/documents/${code}?edit=details`],
  ...[`${one}?assign=open`, `${one}?edit=reading`, `${one}?edit=closure&annotate=open`, `${one}?kind=all`],
]

test('every text of the pages can be translated, and a longer one fits from right to left @js', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000)
  const visit = (path: string) => page.goto(`${instance.address}${path}`)
  for (const path of ['/sign-in', '/forgot-password', '/nowhere']) {
    await visit(path)
    await expectTranslatable(page, [])
  }

  await login(context, administrator, instance.address)
  const pages = await workIn(context)
  const own = [...(await writtenByPeople(context)), 'xyzzy']
  for (const path of [...states, ...pages]) {
    await test.step(path, async () => {
      await visit(path)
      await expectTranslatable(page, own)
    })
  }

  await page.locator('textarea').first().fill('')
  await page
    .locator('form', { has: page.locator('textarea') })
    .locator('button[type=submit]')
    .first()
    .click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectTranslatable(page, own)
})

test('a browser that asks for another language is answered in English @js', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto(`${instance.address}/sign-in`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Sign in/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.close()
})
