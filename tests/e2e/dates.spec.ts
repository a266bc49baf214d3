import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'

test('an organization requests more time, and a coordinator grants another date', async ({ page, context }) => {
  await login(context)
  const { assignment } = await givenAssignment(context, { dueOn: '2099-06-30' })
  await newcomer(context, { organizations: ['unodc'] })
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Request more time' }).click()
  await page.getByLabel('Requested due date').fill('2099-12-31')
  await page.getByLabel('Reason').fill('The law has to pass first.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('Request sent.')).toBeVisible()
  await expect(page.locator('#next')).toContainText('The law has to pass first.')
  await expect(page.getByRole('button', { name: 'Withdraw the request' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request more time' })).toHaveCount(0)

  await context.clearCookies()
  await login(context)
  await page.goto('/my-work')
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href^="${assignment}"]`) })
  await expect(row.filter({ hasText: 'Asks for 31 December 2099' })).toHaveCount(1)
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByRole('radio', { name: 'Grant' }).check()
  await page.getByLabel('Due date to grant').fill('2099-09-30')
  await page.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('Say why you refuse').first()).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByLabel('Due date to grant')).toHaveValue('2099-09-30')
  await page.getByLabel('Note').fill('The session is in October.')
  await page.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.locator('#dates')).toContainText('Granted until 30 September 2099')
  await expect(page.locator('#dates')).toContainText('First due on 30 June 2099, moved once since.')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByLabel('Due date', { exact: true }).fill('2100-01-31')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Explain why in a sentence.').first()).toBeVisible()
  await page.getByLabel('Reason, if the date changes').fill('Agreed by telephone.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('#dates')).toContainText('Agreed by telephone.')
})
