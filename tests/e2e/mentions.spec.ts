import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { colleague } from './support/colleague'
import { givenRecommendation } from './support/given'
import { login } from './support/login'

test('a person who is mentioned is notified, and the author is told who was and who was not', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const other = await colleague(browser)
  await page.goto(`${address}?annotate=open`)
  await page.getByLabel('Annotation').fill(`For @${other.name}, and @Nobody.`)
  await page.getByRole('button', { name: 'Add annotation' }).click()
  const notes = page.locator('#annotations')
  await expect(notes).toContainText(`${other.name} was notified. Nobody was notified for “@Nobody”.`)
  await expect(notes.getByRole('link', { name: `@${other.name}` })).toBeVisible()
  await expectAccessible(page)

  const told = other.page.getByText(/ mentioned you in an annotation$/)
  await expect(async () => {
    await other.page.goto('/notifications')
    await expect(told).toBeVisible({ timeout: 100 })
  }).toPass()
  await other.page.getByRole('main').getByRole('link', { name: 'Train investigators' }).click()
  await expect(other.page.getByText(`For @${other.name}, and @Nobody.`)).toBeInViewport()
})

test('a recommendation is followed, found among those that are followed, and no longer followed', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText(/^You follow this recommendation\./)).toBeVisible()
  await expectAccessible(page)

  await page.goto('/recommendations?followed=yes')
  await expect(page.getByRole('link', { name: 'Train investigators' })).toHaveCount(1)
  await expect(page.getByRole('link', { name: /^Followed by you/ })).toBeVisible()
  await page.getByRole('link', { name: 'Train investigators' }).click()
  await page.getByRole('button', { name: 'Stop following' }).click()
  await expect(page.getByText('You no longer follow this recommendation.')).toBeVisible()
  await page.goto('/recommendations?followed=yes')
  await expect(page.getByRole('link', { name: 'Train investigators' })).toHaveCount(0)
})
