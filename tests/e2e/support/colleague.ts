import { newcomer } from './newcomer'
import type { Browser, Page } from './test'

/** A second coordinator, at a desk of their own. */
export async function colleague(browser: Browser) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { name } = await newcomer(context, { role: 'coordinator' })
  return { page, name, context }
}

/** What the first did, as the second is told above the form. */
export const otherChanges = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: `${name} ` })

/** The beginning of the message to whoever comes second. */
export const late = 'Someone else has changed this since you opened it.'
