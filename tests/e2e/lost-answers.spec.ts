import type { Route } from '@playwright/test'
import { administrator } from '../support/administrator'
import { expectAccessible } from './support/accessible'
import { givenAssignment, givenRecommendation } from './support/given'
import { login } from './support/login'
import { untilScripted } from './support/parts'
import { type BrowserContext, expect, type Page, test } from './support/test'

const problem = (page: Page) => page.getByRole('main').getByRole('alert')
const note = (page: Page) => page.getByLabel('Annotation')
const add = (page: Page) => page.getByRole('button', { name: 'Add annotation' })
const again = (page: Page) => page.getByRole('button', { name: 'Send again' })
const notes = (page: Page, text: string) => page.locator('#annotations').getByText(text)

/** What happens to the next form that this page sends. Returns how to wait until it has happened. */
async function next(page: Page, happens: (route: Route) => Promise<unknown>) {
  let sent = false
  let tell = () => {}
  const happened = new Promise<void>((resolve) => {
    tell = resolve
  })
  await page.route('**', async (route) => {
    if (sent || route.request().headers()['next-action'] === undefined) return route.fallback()
    sent = true
    await happens(route)
    tell()
  })
  return () => happened
}

const answer = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: 'text/html', body: '<h1>From a proxy</h1>' })

/** Cuts the line after it was seen what the form shows until then. */
const cutWhileSending = (page: Page, text: string) => async (route: Route) => {
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible()
  await expect(note(page)).toHaveValue(text)
  await route.abort()
}

const cutAfterwards = async (route: Route) => {
  await route.fetch()
  await route.abort()
}

/** A page of a recommendation, with words typed into its note. */
async function typing(page: Page, context: BrowserContext, text: string) {
  await login(context)
  const { page: address, key } = await givenRecommendation(context)
  await page.goto(address)
  await page.getByRole('link', { name: 'Add annotation' }).click()
  await untilScripted(note(page))
  await note(page).fill(text)
  return key
}

const unsure = 'We could not confirm that this was saved.'

test('whatever takes the place of an answer, the words stay, the form says what is known, and sending again saves one copy @js', async ({
  page,
  context,
}) => {
  const text = 'Who leads on this?'
  await typing(page, context, text)

  await context.setOffline(true)
  await add(page).click()
  await expect(problem(page)).toContainText('Not saved: no connection. Your text is still here.')
  await expect(problem(page)).toBeFocused()
  await expectAccessible(page)
  await context.setOffline(false)

  const losses: [happens: (route: Route) => Promise<unknown>, message: string][] = [
    [cutWhileSending(page, text), unsure],
    [answer(502), unsure],
    [answer(500), unsure],
    [answer(503), unsure],
    [answer(413), 'Not saved: this is more than can be sent at once.'],
    [answer(429), 'Not saved: too many requests at once.'],
    [cutAfterwards, unsure],
  ]
  for (const [happens, message] of losses) {
    const happened = await next(page, happens)
    await ((await again(page).isVisible()) ? again(page) : add(page)).click()
    // The words of the loss before may still be there.
    await happened()
    await expect(page.locator('main [aria-disabled="true"]')).toHaveCount(0)
    await expect(problem(page)).toContainText(message)
    await expect(note(page)).toHaveValue(text)
  }

  await again(page).click()
  await expect(page.getByText('Annotation added.')).toBeVisible()
  await expect(notes(page, text)).toHaveCount(1)
  await expect(note(page)).toHaveCount(0)
  await expect(problem(page)).toHaveCount(0)
})

test('a form from before a new version keeps its words over the reload @js', async ({ page, context }) => {
  await typing(page, context, 'Typed before the new version.')
  await next(page, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'next-action': '00'.repeat(21) } }),
  )
  await add(page).click()
  await expect(problem(page)).toContainText('a new version of Followthrough is running')

  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByText('Your unsaved text from')).toBeVisible()
  await expect(note(page)).toHaveValue('Typed before the new version.')
})

test('who is signed out signs in again beside the form, and then sends it @js', async ({ page, context }) => {
  await typing(page, context, 'Typed in a session that ended.')
  await context.clearCookies()
  await add(page).click()
  await expect(problem(page)).toContainText('you are no longer signed in')

  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const tab = await opened
  await tab.getByLabel('Email').fill(administrator.email)
  await tab.getByLabel('Password').fill(administrator.password)
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await tab.close()

  await again(page).click()
  await expect(notes(page, 'Typed in a session that ended.')).toHaveCount(1)
})

test('who is signed out without script signs in where they are, and finds the form as they filled it in @no-js', async ({
  page,
  context,
}) => {
  await typing(page, context, 'Typed without script.')
  await context.clearCookies()
  await add(page).click()
  await expect(page.getByText('Your session ended before this was saved.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('You are signed in again. This is not saved yet')).toBeVisible()
  await expect(note(page)).toHaveValue('Typed without script.')
  await add(page).click()
  await expect(notes(page, 'Typed without script.')).toHaveCount(1)
})

test('half a text is there again after a reload, until it is saved, discarded, or its person signs out @js', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address, id } = await givenAssignment(context)
  const report = page.getByLabel('What was done')
  await page.goto(`${address}?report=${id}`)
  await report.pressSequentially('Half a rep')
  const asked = page.waitForEvent('dialog')
  const reloading = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloading

  await expect(page.getByText('Your unsaved text from')).toBeVisible()
  await expect(report).toHaveValue('Half a rep')
  page.once('dialog', (leaving) => leaving.dismiss())
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(report).toHaveValue('Half a rep')

  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(report).toHaveValue('')
  await report.pressSequentially('Another')
  page.once('dialog', (leaving) => leaving.accept())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('text:')))).toEqual([])
})
