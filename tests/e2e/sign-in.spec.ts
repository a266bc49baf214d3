import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { administrator } from '../support/administrator'
import { expectAccessible } from './support/accessible'
import { newcomer } from './support/newcomer'

test('one signs in and gets where one wanted to go; a wrong password says no more than that it is wrong', async ({
  page,
}) => {
  await page.goto('/people?q=ada')
  await expectAccessible(page)
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText("don't go together")).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(administrator.email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await expectAccessible(page)

  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/people?q=ada')
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
})

test('whoever tries too often is told when to try again, whether there is such an account or not', async ({ page }) => {
  const email = `${randomUUID()}@example.org`
  await page.goto('/sign-in')
  for (let one = 1; one <= 5; one++) {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(`wrong ${one}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByLabel('Password')).toHaveValue('')
  }
  await expect(page.getByRole('alert').filter({ hasText: 'Try again in 1 minute.' })).toBeVisible()
})

test('after signing out the copied cookie is refused', async ({ page, context, browser }) => {
  await newcomer(page, context)
  const stolen = await browser.newContext({ storageState: await context.storageState() })
  expect((await stolen.request.get('/api/v1/me')).status()).toBe(200)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect((await stolen.request.get('/api/v1/me')).status()).toBe(401)
  await stolen.close()
})
