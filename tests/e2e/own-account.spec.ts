import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { login } from './support/login'
import { newcomer, password } from './support/newcomer'
import { expect, test } from './support/test'

test('one changes one’s own name and password, and sees and ends one’s own sessions', async ({
  page,
  context,
  browser,
}) => {
  const account = await newcomer(context)
  const renamed = `Oskar ${randomUUID()}`
  const elsewhere = await browser.newContext()
  await login(elsewhere, account)

  await page.goto('/settings')
  await expect(page.locator('#sessions').getByRole('row')).toHaveCount(3)
  await page.locator('#name').getByLabel('Name').fill(renamed)
  await page.locator('#name').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('navigation').getByText(renamed)).toHaveCount(1)

  await page.getByLabel('Current password').fill('wrong')
  await page.getByLabel('New password').fill('nine blue kites')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('This is not your current password.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Current password').fill(password)
  await page.getByLabel('New password').fill('nine blue kites')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.locator('#sessions').getByRole('row')).toHaveCount(2)

  const there = await elsewhere.request.get('/api/v1/me')
  expect(there.status()).toBe(401)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await elsewhere.close()
})

test('a token is shown once, acts as its maker, and is revoked', async ({ page, context, playwright, baseURL }) => {
  await newcomer(context)
  await page.goto('/settings')
  await page.getByLabel('What it is for').fill('Spreadsheet')
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  await expectAccessible(page)

  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await program.get('/api/v1/me')).status()).toBe(200)
  await page.goto('/settings')
  await expect(page.getByLabel('Token', { exact: true })).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: 'Spreadsheet' })
  await row.getByText('Revoke…').click()
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Spreadsheet' })).toBeHidden()
  expect((await program.get('/api/v1/me')).status()).toBe(401)
  await program.dispose()
})
