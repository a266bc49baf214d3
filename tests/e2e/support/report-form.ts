import { givenAssignment } from './given'
import { login } from './login'
import { formCalled, untilScripted } from './parts'
import type { BrowserContext, Page } from './test'

/** The form to report on an assignment to UNODC. */
export const form = (page: Page) => formCalled(page, 'Report progress for UNODC')
/** Its field for what was done. */
export const text = (page: Page) => form(page).getByLabel('What was done')
/** What the form says once its draft is saved. */
export const saved = (page: Page) => page.getByText(/^Draft saved at \d\d:\d\d\.$/)

/** Opens the form to report on a new assignment. */
export async function openForm(page: Page, context: BrowserContext) {
  await login(context)
  const { assignment } = await givenAssignment(context)
  const address = `${assignment}?form=report#next`
  await page.goto(address)
  await untilScripted(text(page))
  return { assignment, address }
}
