import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { expect, type Page, test } from './support/test'

const fresh = (what: string) => `${what} ${randomUUID().slice(0, 8)}`

/** Adds them by pasting; what may stand behind a button is opened first, where there is script. */
async function add(page: Page, ...names: string[]) {
  await page.goto('/organizations')
  const open = page.getByRole('button', { name: 'Add organizations' })
  if (await open.isVisible()) await open.click()
  await page.getByLabel('Organizations to add').fill(names.join('\n'))
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Added: ')).toBeVisible()
}

async function visit(page: Page, name: string) {
  await page.goto(`/organizations?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** Assigns a fresh recommendation to it, by the API. */
async function assign(page: Page, name: string) {
  const code = `ORG-${randomUUID().slice(0, 8).toUpperCase()}`
  const recommendations = [{ paragraph: '1', start: 0, end: 18 }]
  const paragraphs = [{ label: '1', text: 'States should act.' }]
  const headers = { origin: new URL(page.url()).origin }
  await page.request.post('/api/v1/documents', {
    headers,
    data: { code, title: 'Report', paragraphs, recommendations },
  })
  const data = { organization: name, dueOn: '2020-01-31', confirmPast: true }
  const answer = await page.request.post(`/api/v1/recommendations/${code}-1.1/assignments`, { headers, data })
  expect(answer.status()).toBe(201)
  return `${code}-1.1`
}

test.beforeEach(({ context }) => login(context))

test('a name that is one long word is broken on a phone, and the page stays as wide as it @js', async ({ page }) => {
  const name = `Bundesministeriumfürwirtschaftlichezusammenarbeitundentwicklung${randomUUID().slice(0, 8)}`
  await page.setViewportSize({ width: 390, height: 844 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)

  await add(page, name)
  await expectAccessible(page)
  await page.goto(`/organizations?q=${name}`)
  expect(await width()).toBe(390)
  await visit(page, name)
  expect(await width()).toBe(390)
  await page.goto(`/recommendations/${await assign(page, name)}`)
  await expect(page.getByText(name).first()).toBeVisible()
  expect(await width()).toBe(390)
})

test('names are pasted, found or made, and the answer says which @no-js', async ({ page }) => {
  const [first, second] = [fresh('Agency'), fresh('Bureau')]
  await add(page, `- ${first}`, 'UNODC', second)

  await expect(page.getByText(`Added: ${first} and ${second}. Already in the list: UNODC.`)).toBeVisible()
  await visit(page, first)
  await expect(page.getByText('Nothing is assigned to it yet.')).toBeVisible()
})

test('an organization is renamed; who comes second sees what stands, and keeps what they typed', async ({ page }) => {
  const name = fresh('Agency')
  await add(page, name)
  await visit(page, name)
  const address = page.url()
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await expectAccessible(page)

  const other = await page.context().newPage()
  await other.goto(address)
  await other.getByRole('button', { name: 'Rename' }).click()
  await other.getByLabel('Name').fill(`${name} One`)
  await other.getByRole('button', { name: 'Save the name' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(`${name} One`)
  await expect(other.getByText('Renamed.')).toBeVisible()

  await page.getByLabel('Name').fill(`${name} Two`)
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Someone else has renamed this')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} One`)
  await expect(page.getByLabel('Name')).toHaveValue(`${name} Two`)
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} Two`)
})

test('of many pasted names, the line that is wrong is named @no-js', async ({ page }) => {
  await page.goto('/organizations')
  const open = page.getByRole('button', { name: 'Add organizations' })
  if (await open.isVisible()) await open.click()
  await page.getByLabel('Organizations to add').fill(`UNODC\n\n- Agency ${'of much '.repeat(40)}`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Line 3 (“Agency of much of much of much of much…”): Use at most 200 characters.',
  )
})

test('a name that is taken is said at its field @no-js', async ({ page }) => {
  const [name, other] = [fresh('Agency'), fresh('Bureau')]
  await add(page, name, other)
  await visit(page, name)
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name').fill(other)
  await page.getByRole('button', { name: 'Save the name' }).click()

  const taken = `There is already an organization called “${other}”.`
  await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveText(taken)
  await expect(page.getByLabel('Name')).toHaveValue(other)
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(new RegExp(taken))
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
})

test('two that are one are merged, and the old address leads to the new page', async ({ page }) => {
  const [from, into] = [fresh('Min. of Tides'), fresh('Ministry of Tides')]
  await add(page, from, into)
  await visit(page, from)
  const old = page.url()
  await assign(page, from)

  await page.getByRole('button', { name: 'Merge' }).click()
  const form = page.locator('#keep')
  await form.getByLabel('Merge into').fill('Nobody at all')
  await expect(form.getByRole('button', { name: 'Merge' })).toBeHidden()
  await form.getByText('Merge…').click()
  await expect(form.getByText('cannot be undone')).toBeVisible()
  await form.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'There is no organization called “Nobody at all”',
  )
  await expectAccessible(page)
  await form.getByLabel('Merge into').fill(into)
  const send = form.getByRole('button', { name: 'Merge' })
  if (!(await send.isVisible())) await form.getByText('Merge…').click()
  await send.click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(into)
  await expect(page.getByText('Merged: 1 assignment moved here.')).toBeVisible()
  await expect(page.getByText('1 is overdue.')).toBeVisible()
  await expectAccessible(page)
  await page.goto(old)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(into)
  await expect(page.getByText(`${from} was merged into this organization.`)).toBeVisible()
})

test('an organization with work to do is not archived; one without is, and comes back @no-js', async ({ page }) => {
  const [busy, idle] = [fresh('Busy Agency'), fresh('Idle Agency')]
  await add(page, busy, idle)
  await visit(page, busy)
  const key = await assign(page, busy)
  await archive(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    `${busy} still has work to do on 1 assignment: ${key}.`,
  )

  await visit(page, idle)
  await archive(page)
  await expect(page.getByText('This organization is archived')).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('Restored.')).toBeVisible()
})

async function archive(page: Page) {
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.locator('#keep').getByRole('button', { name: 'Archive' }).click()
}

test('paper shows the assignments of every stage, and more of what was reported; a screen those of one stage @js', async ({
  page,
  context,
}) => {
  await login(context)
  const { slug = '' } = await made(context, '/organizations', { name: fresh('Ministry') })
  const given = async (progress: string, narrative: string) => {
    const { key } = await givenRecommendation(context)
    const { id } = await made(context, `/recommendations/${key}/assignments`, { organization: slug })
    await made(context, `/assignments/${id}/reports`, { progress, narrative })
  }
  await given('in_progress', `Training began ${'in every province '.repeat(12)}this year.`)
  await given('implemented', 'All were trained.')
  await page.goto(`/organizations/${slug}`)
  const list = page.locator('#assignments')
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await expect(list.getByText('Training began').filter({ visible: true })).not.toContainText('this year')
  await expect(list.getByText('All were trained.')).toBeHidden()

  await page.emulateMedia({ media: 'print' })
  await expect(list.getByText('All were trained.')).toBeVisible()
  await expect(list.getByText('Training began').filter({ visible: true })).toContainText('this year')
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['To do 1', 'Reported as implemented 1'])
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
})
