import type { Page } from '@playwright/test'

/** The form that stands under this heading. */
export const formCalled = (page: Page, name: string) =>
  page.locator('form').filter({ has: page.getByRole('heading', { name }) })

/** The row of this organization. */
export const rowOf = (page: Page, organization: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: organization }) })
