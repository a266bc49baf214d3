import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test('the page of an assignment stays small with many reports and pieces of evidence, and leads to all of them @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context)
  const narrative = 'The course was given in one more region. '.repeat(8)
  const evidence: string[] = []
  for (let count = 1; count <= 41; count++) {
    const link = { title: `Page ${count} of the gazette`, url: `https://example.org/gazette/${count}` }
    evidence.push((await made(context, `/assignments/${id}/evidence`, link)).id ?? '')
  }
  for (let count = 1; count <= 41; count++) {
    const report = { progress: 'in_progress', narrative: `Report ${count}. ${narrative}` }
    await made(context, `/assignments/${id}/reports`, { ...report, evidence: evidence.slice(count, count + 2) })
  }
  const whole = await page.goto(assignment)
  const size = (await whole?.body())?.length
  expect(size).toBeGreaterThan(10_000)
  expect(size).toBeLessThan(300_000)

  const reports = page.locator('#reports')
  await expect(reports).toContainText('Report 41.')
  await reports.getByRole('link', { name: 'Older reports' }).click()
  await reports.getByRole('link', { name: 'Older reports' }).click()
  await expect(reports).toContainText('Report 1.')
  for (let pages = 1; pages < 3; pages++) await page.getByRole('link', { name: 'Older evidence' }).click()
  await expect(page.locator('#evidence')).toContainText('Page 1 of the gazette')
})
