import { expect, type Page, test } from './test'

/** The address of the first page after signing in. */
export const home = /:\d+\/$/

/** Returns the form under a heading. */
export const formCalled = (page: Page, name: string) =>
  page.locator('form').filter({ has: page.getByRole('heading', { name }) })

/** Returns the row of an organization. */
export const rowOf = (page: Page, organization: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: organization }) })

/** Opens the history of a recommendation: with JavaScript by its summary, without JavaScript by the link in it too. */
export async function openHistory(page: Page) {
  const history = page.locator('#history')
  await history.getByText('History').click()
  if (test.info().project.use.javaScriptEnabled === false)
    await history.getByRole('link', { name: /^Show \d+ changes?$/ }).click()
  await expect(history.getByRole('link', { name: 'Everything' })).toBeVisible()
  return history
}
