import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator } from '../support/administrator'
import { freePort, startInstance } from '../support/instance'
import { newAccount, startProvider } from '../support/provider'
import { invite } from './support/invite'
import { login } from './support/login'
import { home } from './support/parts'
import { type Browser, expect, type Page, test } from './support/test'

test.describe.configure({ mode: 'default' })

let provider: Awaited<ReturnType<typeof startProvider>>
let instance: Awaited<ReturnType<typeof startInstance>>
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-openid-'))
  provider = await startProvider()
  instance = await startInstance({
    DATA_DIR: folder,
    PORT: await freePort(),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'followthrough',
    OIDC_CLIENT_SECRET: 'a secret between the two',
    OIDC_NAME: 'Example ID',
  })
})

test.afterAll(async () => {
  await instance.end('SIGTERM')
  await provider.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody invited, and an account at the provider with the same address. */
async function newcomer(browser: Browser) {
  const office = await browser.newContext({ baseURL: instance.address })
  await login(office)
  const invitation = await invite(office)
  return { ...invitation, office, account: newAccount(invitation.email) }
}

const byProvider = (page: Page) => page.getByRole('button', { name: 'Sign in with Example ID' }).click()

async function expectIn(page: Page) {
  await expect(page).toHaveURL(home)
  await page.goto(`${instance.address}/settings`)
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
}

// Both here, so that they share an instance and its provider.
test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('whoever opens an invitation and signs in at the provider comes in, and then without it @js', async ({
    browser,
    page,
  }) => {
    const { link, account, office } = await newcomer(browser)
    provider.account = account

    await page.goto(link)
    await page.reload()
    await byProvider(page)
    await expectIn(page)
    expect(Object.fromEntries(provider.asked)).toMatchObject({
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/.{40}/),
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    })

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

    // It is the subject that counts: at the provider they may have another address by now.
    provider.account = { ...account, email: 'renamed@example.org' }
    await page.goto(`${instance.address}/people`)
    await byProvider(page)
    await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
    await office.close()
  })
})

test('nobody comes in by an address alone, be it the administrator’s @js', async ({ page }) => {
  provider.account = newAccount(administrator.email)
  await page.goto(`${instance.address}/sign-in`)
  await byProvider(page)
  await expect(page.getByText('You do not have an account here yet.')).toBeVisible()
  await page.goto(`${instance.address}/people`)
  await expect(page).toHaveURL(/sign-in/)
})

test('another address at the provider than the invited one is refused, and so is one that is not verified @js', async ({
  browser,
  page,
}) => {
  const { link, account } = await newcomer(browser)
  provider.account = newAccount()
  await page.goto(link)
  await byProvider(page)
  await expect(page.getByText('You are signed in there with another email address')).toBeVisible()

  provider.account = { ...account, email_verified: false }
  await page.goto(link)
  await byProvider(page)
  await expect(page.getByText('has no verified email address')).toBeVisible()

  provider.account = account
  await page.goto(link)
  await byProvider(page)
  await expectIn(page)
})

test('an invitation links one account, and a closed account lets nobody in @js', async ({ browser, page }) => {
  const { link, account, id, office } = await newcomer(browser)
  provider.account = account
  await page.goto(link)
  await byProvider(page)
  await expectIn(page)

  const other = await browser.newPage()
  await other.goto(link)
  await expect(other.getByText('This link no longer works').first()).toBeVisible()

  const desk = await office.newPage()
  await desk.goto(`/people/${id}`)
  const closing = desk.getByRole('button', { name: 'Close the account' })
  if (await closing.isVisible()) await closing.click()
  await desk.getByRole('button', { name: 'Close this account now' }).click()
  await expect(desk.getByRole('button', { name: 'Reopen the account' })).toBeVisible()

  await page.goto(`${instance.address}/people`)
  await expect(page).toHaveURL(/sign-in/)
  await byProvider(page)
  await expect(page.getByText('This account is closed.')).toBeVisible()
  await office.close()
})

test('an answer that nobody asked for, and one to another question, let nobody in @js', async ({ page }) => {
  await page.goto(`${instance.address}/api/auth/callback/oidc?code=made-up&state=made-up`)
  await expect(page.getByText('The sign-in with your organization’s account did not work.')).toBeVisible()

  provider.nonce = () => 'another'
  await byProvider(page)
  await expect(page.getByText('The sign-in with your organization’s account did not work.')).toBeVisible()
  provider.nonce = (asked) => asked
})
