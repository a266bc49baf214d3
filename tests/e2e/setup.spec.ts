import { expect, type Page, test } from '@playwright/test'
import { letters, mailSettings } from '../support/mailbox'
import { png } from '../support/pictures'
import { expectAccessible } from './support/accessible'
import { newInstance } from './support/first-visit'
import { home } from './support/parts'

let instance: Awaited<ReturnType<typeof newInstance>>

test.beforeAll(async () => {
  instance = await newInstance(mailSettings)
})

test.afterAll(() => instance.end())

test('on the first visit every page leads to set-up, which only the printed link opens once; the first administrator names the site, and gets back in by mail', async ({
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
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('This link no longer works.')).toBeVisible()

  await page.goto(instance.setupLink)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByLabel('Password').fill('password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Many people use this password').first()).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Ada')
  await expectAccessible(page)

  await page.getByLabel('Password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(home)
  await page.goto(`${instance.address}/people`)
  await expect(page.getByRole('row').filter({ hasText: 'ada@example.org' })).toContainText('Administrator')
  await page.goto(instance.setupLink)
  await expect(page).toHaveURL(home)

  await nameTheSite(page)
  await getBackInByMail(page)
})

const name = 'Follow-up to the Doha Declaration'

async function nameTheSite(page: Page) {
  await page.goto(`${instance.address}/settings`)
  await page.getByRole('link', { name: 'Open the settings of this site' }).click()
  await page.getByLabel('Name of this site').fill(name)
  await page.getByLabel('Email or web address of the contact').fill('nowhere')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Enter an email address, or a web address').first()).toBeVisible()
  await expect(page.getByLabel('Name of this site')).toHaveValue(name)
  await page.getByLabel('Email or web address of the contact').fill('help@example.org')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const picture = page.getByLabel('Logo')
  await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no') })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Use a PNG, JPEG or WebP picture').first()).toBeVisible()
  await picture.setInputFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: Buffer.from(png) })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const logo = page.locator('#menu img')
  await expect(logo).toHaveCount(1)
  await expectAccessible(page)

  const served = await page.request.get(new URL((await logo.getAttribute('src')) ?? '', instance.address).href)
  expect(await served.body()).toEqual(Buffer.from(png))
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
}

async function getBackInByMail(page: Page) {
  await page.context().clearCookies()
  await page.goto(`${instance.address}/sign-in`)
  await expect(page).toHaveTitle(`Sign in · ${name}`)
  await expect(page.getByRole('link', { name: 'help@example.org' })).toHaveAttribute('href', 'mailto:help@example.org')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page).toHaveURL(/\/forgot-password/)
  await expectAccessible(page)

  await page.getByLabel('Email').fill('somebody@example.org')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const answer = page.getByText('a link was sent to the address')
  await expect(answer).toBeVisible()
  await page.goto(`${instance.address}/forgot-password`)
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(answer).toBeVisible()

  await expect.poll(() => letters.length).toBe(1)
  expect(letters[0]?.text).toContain(`Subject: Set a new password for ${name}`)
  await page.goto(letters[0]?.text.match(/http\S+\/reset\/\S+/)?.[0] ?? '')
  await page.getByLabel('Password').fill('nine blue kites')
  await page.getByRole('button', { name: 'Set new password' }).click()
  await expect(page).toHaveURL(home)
}
