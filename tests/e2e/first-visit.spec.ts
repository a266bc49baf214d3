import { letters, mailSettings } from '../support/mailbox'
import { png } from '../support/pictures'
import { expectAccessible } from './support/accessible'
import { addDocument, annotate, assign, closeAndReopen, report, seeOnDashboard } from './support/coordinator'
import { countAt, numbersOn } from './support/counted'
import { assignInFewClicks, name } from './support/few-clicks'
import { newInstance } from './support/first-visit'
import { login } from './support/login'
import { home, openHistory } from './support/parts'
import { expect, type Page, test } from './support/test'

// One after another on one instance: set-up, and the first day of whoever has set it up.
test.describe.configure({ mode: 'serial' })

let instance: Awaited<ReturnType<typeof newInstance>>

const ada = { email: 'ada@example.org', password: 'nine blue kites' }

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
  await page.getByLabel('Password').fill(ada.password)
  await page.getByRole('button', { name: 'Set new password' }).click()
  await expect(page).toHaveURL(home)
}

async function ask(page: Page, address: string, data: object) {
  const headers = { origin: instance.address }
  const answer = await page.request.post(`${instance.address}/api/v1${address}`, { headers, data })
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`)
  return answer.json()
}

test('on the first day it says what there is and where to begin; 12 clicks assign, annotate and report; every number leads to the list that it counts @js', async ({
  page,
  context,
}) => {
  await login(context, ada, instance.address)
  await page.goto(instance.address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These ten recommendations are not assigned yet')
  await expect(page.getByRole('link', { name: 'Start with 16.2' })).toBeVisible()
  await expectAccessible(page)
  await assignInFewClicks(page)

  const key = (short: string) => `/recommendations/SALVADOR-2010-${short}`
  await ask(page, `${key('17.3')}/assignments`, { organization: 'unodc', dueOn: '2020-01-31', confirmPast: true })
  await ask(page, `${key('17.3')}/assignments`, { organization: 'council-of-europe' })
  const done = await ask(page, `${key('16.2')}/assignments`, { organization: 'unodc' })
  await ask(page, `/assignments/${done.id}/reports`, { progress: 'implemented', narrative: 'It was done.' })

  await page.goto(`${instance.address}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One of eight recommendations calling for action is reported as implemented, none verified yet. One assignment is overdue, and five recommendations are unassigned.',
  )
  await expect(page.getByText('UNODC reported 16.2 as implemented')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'days overdue' }).first()).toContainText('UNODC, no owner')
  await expectAccessible(page)

  const numbers = await numbersOn(page)
  expect(numbers.length).toBeGreaterThan(10)
  const counts = await Promise.all(
    numbers.map(async ({ text, href }) => ({ text, number: await countAt(page, `${instance.address}${href}`) })),
  )
  expect(counts).toEqual(numbers.map(({ text, number }) => ({ text, number })))

  await page.goto(`${instance.address}/my-work`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Not assigned' })).toHaveCount(5)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Assign', exact: true }).first().click()
  await expect(page.locator('#assignments').getByLabel('Organization')).toBeVisible()
})

test('a coordinator’s whole way: from the first day to what was done, closed, taken up again, and told @no-js', async ({
  page,
  context,
}) => {
  const { address } = instance
  await login(context, ada, address)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'These ten recommendations are not assigned yet' })).toBeVisible()
  await page.getByRole('link', { name: /^17\.2/ }).click()
  await assign(page)
  await annotate(page)
  await report(page)
  await seeOnDashboard(page, address)
  await addDocument(page)

  await page.goto(`${address}/recommendations/SALVADOR-2010-17.2`)
  await closeAndReopen(page)
  const history = await openHistory(page)
  for (const deed of [
    'Ada reopened the assignment of UNODC',
    'Ada closed the assignment of UNODC',
    'Ada reported progress for UNODC',
    'Ada added an annotation',
    'Ada assigned UNODC, due 30 June 2031',
  ]) {
    await expect(history).toContainText(deed)
  }
})
