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

test('a file of five megabytes is read as it arrives, to be checked and as a spreadsheet @no-js', async ({
  context,
}) => {
  const row = `${'Train the investigators. '.repeat(40)};UNODC\n`
  const file = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(row.repeat(5_300)) }
  expect(file.buffer.length).toBeGreaterThan(5 * 1024 * 1024)
  const checked = await context.request.post('/verify/file', { multipart: { file }, maxRedirects: 0 })
  expect([checked.status(), checked.headers().location]).toEqual([
    303,
    expect.stringMatching(/verify\?sha256=[0-9a-f]{64}$/),
  ])
  await login(context)
  const imported = await context.request.post('/api/v1/sheets/import', { multipart: { file } })
  expect([imported.ok(), imported.status()]).toEqual([true, expect.any(Number)])
})
