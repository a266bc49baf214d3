import { randomUUID } from 'node:crypto'
import { administrator } from '../support/administrator'
import { expectAccessible } from './support/accessible'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { home } from './support/parts'
import { expect, test } from './support/test'

test('one signs in and gets where one wanted to go; a wrong password says no more than that it is wrong', async ({
  page,
}) => {
  await page.goto('/people?q=ada')
  await expectAccessible(page)
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Wrong email address or password')).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(administrator.email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await expectAccessible(page)

  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/people?q=ada')
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
})

test('the place on the page is found again after signing in @js', async ({ page }) => {
  await page.goto('/recommendations/SALVADOR-2010-17.3?group=states#history')
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/recommendations/SALVADOR-2010-17.3?group=states#history')
})

test('whoever tries too often is told when to try again, whether there is such an account or not @no-js', async ({
  page,
}) => {
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

test('after signing out the copied cookie is refused @no-js', async ({ page, context, browser }) => {
  await newcomer(context)
  const stolen = await browser.newContext({ storageState: await context.storageState() })
  expect((await stolen.request.get('/api/v1/me')).status()).toBe(200)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect((await stolen.request.get('/api/v1/me')).status()).toBe(401)
  await stolen.close()
})

test('whoever signs in over an open session ends it: its copied cookie is refused @no-js', async ({
  page,
  context,
  browser,
}) => {
  await page.goto('/sign-in')
  await login(context)
  const before = await browser.newContext({ storageState: await context.storageState() })
  expect((await before.request.get('/api/v1/me')).status()).toBe(200)

  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(home)
  expect((await context.request.get('/api/v1/me')).status()).toBe(200)
  expect((await before.request.get('/api/v1/me')).status()).toBe(401)
  await before.close()
})

test('a token opens no page @no-js', async ({ page, context, playwright, baseURL }) => {
  await login(context)
  await page.goto('/settings')
  await page.getByLabel('What it is for').fill(`Spreadsheet ${randomUUID()}`)
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await program.get('/api/v1/me')).status()).toBe(200)
  for (const path of ['/settings', '/people', '/recommendations.csv']) {
    const answer = await program.get(path, { maxRedirects: 0 })
    expect([307, 401]).toContain(answer.status())
  }
  await program.dispose()
})
