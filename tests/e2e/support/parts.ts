import type { Page } from '@playwright/test'

/** Where one begins. */
export const home = /:\d+\/$/

/** The form that stands under this heading. */
export const formCalled = (page: Page, name: string) =>
  page.locator('form').filter({ has: page.getByRole('heading', { name }) })

/** The row of this organization. */
export const rowOf = (page: Page, organization: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: organization }) })
