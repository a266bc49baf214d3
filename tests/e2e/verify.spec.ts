import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { type BrowserContext, expect, test } from './support/test'

/** A report of one document, generated. Returns its code. */
async function givenReport(context: BrowserContext) {
  const { code: document } = await givenAssignment(context)
  const { code = '' } = await made(context, '/publications', { scope: { document }, title: 'Report to the committee' })
  const state = async () => (await (await context.request.get(`/api/v1/publications/${code}`)).json()).state
  await expect.poll(state, { timeout: 30_000 }).toBe('ready')
  return code
}

test('who has a report checks it by its code and by its file, without an account @no-js', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await login(context)
  const code = await givenReport(context)
  const html = await (await context.request.get(`/api/v1/publications/${code}.html`)).body()
  await page.goto(`/reports/${code}`)
  await page.getByRole('link', { name: 'Check a report' }).click()
  await expect(page.getByText('Unchanged.')).toBeVisible()
  await expectAccessible(page)

  const stranger = await (await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })).newPage()
  await stranger.goto('/verify')
  await expectAccessible(stranger)
  await stranger.getByLabel('Code').fill(code.toLowerCase())
  await stranger.getByRole('button', { name: 'Check' }).click()
  await expect(stranger.getByText('Unchanged.')).toBeVisible()
  await expect(stranger.getByRole('main')).not.toContainText('Report to the committee')

  await stranger.getByRole('link', { name: 'Check another report' }).click()
  const file = { name: 'report.html', mimeType: 'text/html', buffer: html }
  await stranger.getByLabel('File').setInputFiles(file)
  await stranger.getByRole('button', { name: 'Check' }).click()
  await expect(stranger.getByRole('main')).toContainText('Web page')
  await expect(stranger.getByText('Unchanged.')).toBeVisible()

  await stranger.goto('/verify')
  const changed = Buffer.from(html.toString().replace('States should train', 'States may train'))
  await stranger.getByLabel('File').setInputFiles({ ...file, buffer: changed })
  await stranger.getByRole('button', { name: 'Check' }).click()
  await expect(stranger.getByText('This file was not issued by this register')).toBeVisible()
  await expectAccessible(stranger)
  await stranger.context().close()
})
