import { administrator } from '../support/administrator'
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
  annotation: 'The plan was discussed in Vienna.',
  narrative: 'Twelve investigators were trained.',
  reason: 'The mandate has ended.',
  colleague: { email: 'amina@example.org', name: 'Amina Diallo', role: 'focal_point', organizations: ['unodc'] },
}

/** A little of everything that pages tell of. Returns the id of an assignment. */
async function workIn({ request }: BrowserContext): Promise<string> {
  const post = async (address: string, data: object) => {
    const answer = await request.post(`${instance.address}/api/v1${address}`, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const late = { organization: 'unodc', dueOn: '2020-01-31', confirmPast: true, role: 'lead' }
  const { id } = await post(`${one}/assignments`, late)
  await post('/users', typed.colleague)
  await post(`/assignments/${id}/reports`, { progress: 'in_progress', narrative: typed.narrative })
  await post(`${one}/annotations`, { body: typed.annotation })
  const other = await post(`${one}/assignments`, { organization: 'council-of-europe' })
  await post(`/assignments/${other.id}/close`, { closure: 'no_longer_applicable', reason: typed.reason })
  return id
}

/** All that people wrote, here and in the first document. */
async function writtenByPeople({ request }: BrowserContext) {
  const addresses = ['/recommendations', one, `/documents/${code}`, '/organizations', '/groups', '/users']
  const answers = addresses.map(async (address) => (await request.get(`${instance.address}/api/v1${address}`)).json())
  const mail = [administrator, typed.colleague].flatMap(({ email }) => email.split(/(?=@)/))
  return [...ownTexts(await Promise.all(answers)), ...ownTexts(typed), ...mail, instance.address]
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

const pages = [
  ...['/', '/my-work', '/history', '/people', '/settings', '/settings/instance', '/nowhere'],
  ...['/recommendations', '/recommendations?due=overdue&q=xyzzy', '/recommendations?view=matrix'],
  ...[
    '/recommendations?view=assignments',
    '/documents',
    '/documents/import?way=text',
    `/documents/${code}?edit=details`,
  ],
  ...['/organizations', '/organizations/unodc', '/groups/states'],
  ...[`${one}?assign=open`, `${one}?edit=reading`, `${one}?edit=closure&annotate=open`, `${one}?kind=all`],
]

test('every text of the pages can be translated, and a longer one fits from right to left @js', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const visit = (path: string) => page.goto(`${instance.address}${path}`)
  for (const path of ['/sign-in', '/forgot-password', '/nowhere']) {
    await visit(path)
    await expectTranslatable(page, [])
  }

  await login(context, administrator, instance.address)
  const assignment = await workIn(context)
  const own = [...(await writtenByPeople(context)), 'xyzzy']
  for (const path of [...pages, `/assignments/${assignment}?history=open`, `${one}?change=${assignment}`]) {
    await test.step(path, async () => {
      await visit(path)
      await expectTranslatable(page, own)
    })
  }

  await visit(`${one}?report=${assignment}`)
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
