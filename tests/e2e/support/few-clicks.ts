import { mouse } from './mouse'
import { formCalled, rowOf } from './parts'
import { expect, type Page } from './test'

export const name = 'Follow-up to the Doha Declaration'

/** Assigns 17.2 with an owner and a date, annotates it and reports, in 12 clicks. */
export async function assignInFewClicks(page: Page) {
  const hand = mouse()

  await hand.click(page.getByRole('main').getByRole('link', { name: /17\.2/ }).first())
  await expect(page).toHaveURL(/17\.2/)
  // The page of the recommendation stays: what is typed elsewhere on it is never lost by a form.
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  const assignments = page.locator('#assignments')
  await hand.type(assignments.getByLabel('Organization'), 'UNODC')
  await hand.choose(assignments.getByLabel('Owner'), 'Ada')
  await hand.type(assignments.getByLabel('Due date'), '2031-06-30')
  await hand.click(assignments.getByRole('button', { name: 'Save' }))
  const row = rowOf(page, 'UNODC')
  await expect(row).toContainText('Ada')
  await expect(row).toContainText('30 June 2031')

  await hand.click(page.getByRole('link', { name: 'Add annotation' }))
  await expect(page.getByLabel('Annotation')).toBeFocused()
  await hand.type(page.getByLabel('Annotation'), 'Ask the Lima office first.')
  await hand.click(page.getByRole('button', { name: 'Add annotation' }))
  await expect(page.locator('#annotations')).toContainText('Ask the Lima office first.')

  await hand.click(row.getByRole('button', { name: 'Report progress' }))
  const report = formCalled(page, 'Report progress for UNODC')
  await hand.click(report.getByRole('radio', { name: 'In progress' }))
  await hand.type(report.getByLabel('What was done'), 'Forty drafters were trained in Lima.')
  await hand.click(report.getByRole('button', { name: 'Report progress' }))
  await expect(row).toContainText('In progress')

  expect(hand.pressed.length, hand.pressed.join('\n')).toBeLessThanOrEqual(12)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
}
