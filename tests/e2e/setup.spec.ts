import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { newInstance } from './support/first-visit'
import { home } from './support/parts'

let instance: Awaited<ReturnType<typeof newInstance>>

test.beforeAll(async () => {
  instance = await newInstance()
})

test.afterAll(() => instance.end())

test('on the first visit every page leads to set-up, which only the printed link opens, and only once', async ({
  page,
}) => {
  for (const path of ['/people', '/settings', '/sign-in']) {
    await page.goto(`${instance.address}${path}`)
    await expect(page).toHaveURL(`${instance.address}/setup`)
  }
  await expect(page.getByText('Open the link that the start command printed')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${instance.address}/setup?code=made-up`)
  await page.getByLabel('Name').fill('Eve')
  await page.getByLabel('Email').fill('eve@example.org')
  await page.getByLabel('Password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByText("This link doesn't work any more.")).toBeVisible()

  await page.goto(instance.setupLink)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByLabel('Password').fill('password')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByText('Many people use this password').first()).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Ada')
  await expectAccessible(page)

  await page.getByLabel('Password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page).toHaveURL(home)
  await page.goto(`${instance.address}/people`)
  await expect(page.getByRole('row').filter({ hasText: 'ada@example.org' })).toContainText('Administrator')
  await page.goto(instance.setupLink)
  await expect(page).toHaveURL(home)
})
