import { expect, type Locator, type Page, test } from './test'

/** The address of the first page after signing in. */
export const home = /:\d+\/$/

/** Returns the form under a heading. */
export const formCalled = (page: Page, name: string) =>
  page.locator('form').filter({ has: page.getByRole('heading', { name }) })

/** Returns the row of an organization. */
export const rowOf = (page: Page, organization: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: organization }) })

/** Waits until the person who is signed in has this many notifications, which are written in the background. */
export async function untilNotified({ request }: Page, count: number) {
  const notified = async () => (await (await request.get('/api/v1/notifications')).json()).items.length
  await expect.poll(notified).toBe(count)
}

/** Waits until the scripts of a page run. React leaves a mark on the fields that it knows. */
export async function untilScripted(field: Locator) {
  if (test.info().project.use.javaScriptEnabled === false) return
  await expect
    .poll(() => field.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react'))))
    .toBe(true)
}

/** Opens the history of a recommendation: with JavaScript by its summary, without JavaScript by the link in it too. */
export async function openHistory(page: Page) {
  const history = page.locator('#history')
  await history.getByText('History').click()
  if (test.info().project.use.javaScriptEnabled === false)
    await history.getByRole('link', { name: /^Show \d+ changes?$/ }).click()
  await expect(history.getByRole('link', { name: 'Everything' })).toBeVisible()
  return history
}
