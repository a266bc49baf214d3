import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { formCalled, openHistory, rowOf } from './support/parts'
import { expect, test } from './support/test'

test('a report is corrected by a further one, beside what is asked; addresses in it are links', async ({
  page,
  context,
}) => {
  await login(context)
  const { id, page: address } = await givenAssignment(context)
  const long = 'Kooperationsvereinbarung'.repeat(8)
  const narrative = `Twelve trained, see https://example.org/courses. ${long}`
  await made(context, `/assignments/${id}/reports`, {
    progress: 'partially_implemented',
    narrative,
    asOf: '2026-01-31',
  })
  await page.goto(`${address}?annotate=open#annotate`)
  await expect(page.getByLabel('Annotation')).toBeVisible()

  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  const report = formCalled(page, 'Report progress for UNODC')
  await expect(report.getByRole('radio', { name: 'Partially implemented' })).toBeChecked()
  await expect(page.getByText('Previous report: Partially implemented, 31 January 2026')).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://example.org/courses' }).first()).toBeVisible()
  await expect(page.locator('#assignments').getByText('States should train investigators.')).toBeVisible()
  await expectAccessible(page)
  await report.getByRole('link', { name: 'Cancel' }).click()
  await expect(report).toHaveCount(0)

  await rowOf(page, 'UNODC').getByRole('link', { name: 'Correct this report' }).click()
  const correction = formCalled(page, 'Correct the report of 31 January 2026 for UNODC')
  await expect(correction.getByLabel('What was done')).toHaveValue(narrative)
  await expect(correction.getByLabel('As of')).toHaveValue('2026-01-31')
  await correction.getByLabel('What was done').fill('Eleven trained.')
  await correction.getByRole('button', { name: 'Send correction' }).click()
  await expect(page.getByText('Correction sent.')).toBeVisible()
  await expect(rowOf(page, 'UNODC')).toContainText('Eleven trained.')
  await expect(await openHistory(page)).toContainText('corrected the report of 31 January 2026 for UNODC')
  await rowOf(page, 'UNODC').getByRole('link', { name: 'All 2 reports' }).click()
  await expect(page.getByText('Corrected by a later report')).toBeVisible()
  await expect(page.getByText('Corrects the report of 31 January 2026')).toBeVisible()
  await expectAccessible(page)
})

test('paper shows no way to act and nothing private, and what was reported is open on it @js', async ({
  page,
  context,
}) => {
  await login(context)
  const { id, key, page: address, assignment } = await givenAssignment(context)
  const ours = { body: 'Between ourselves.', audience: 'organization', organization: 'unodc' }
  await made(context, `/recommendations/${key}/annotations`, ours)
  const long = `${'Trainers were trained. '.repeat(20)}The last course was held in Lima.`
  await made(context, `/assignments/${id}/reports`, { progress: 'in_progress', narrative: long })
  await page.goto(address)
  await expect(page.getByRole('columnheader', { name: 'Next step' })).toBeVisible()
  await expect(page.getByText('The last course was held in Lima.')).toBeHidden()
  await expect(page.getByText('Between ourselves.')).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('The last course was held in Lima.')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Next step' })).toBeHidden()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByText('Edit details')).toBeHidden()
  await expect(page.getByText('Between ourselves.')).toBeHidden()

  await page.goto(`${assignment}?form=report`)
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByLabel('What was done')).toBeHidden()
  await expect(page.getByText('States should train investigators.')).toBeVisible()
  await expect(page.getByText('The last course was held in Lima.')).toBeVisible()
  await expect(page.getByText(/^As of .*, \d\d:\d\d\./)).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'By organization' })).toBeVisible()
  await expect(page.getByText('For you', { exact: true })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByText('For you', { exact: true })).toBeVisible()
})

test('on a phone, what became of a report is said where one looks, and the own work comes first @js', async ({
  page,
  context,
}) => {
  await login(context)
  await page.setViewportSize({ width: 390, height: 700 })
  const { key, page: address } = await givenAssignment(context)
  await made(context, `/recommendations/${key}/annotations`, { body: 'A long annotation. '.repeat(200) })
  await page.goto(address)
  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  const form = formCalled(page, 'Report progress for UNODC')
  await form.getByRole('radio', { name: 'In progress' }).check()
  await form.getByLabel('What was done').fill('Trainers were trained.')
  await form.getByRole('button', { name: 'Report progress' }).click()

  await expect(page.getByText('Report sent.')).toBeInViewport({ ratio: 1 })

  await page.goto('/')
  const top = async (text: string) => (await page.getByText(text, { exact: true }).first().boundingBox())?.y ?? 0
  const own = await top('For you')
  for (const other of ['Show as a table', 'Needs attention', 'By organization', 'What changed']) {
    expect(await top(other)).toBeGreaterThan(own)
  }
})
