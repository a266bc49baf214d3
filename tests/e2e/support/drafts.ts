import { randomUUID } from 'node:crypto'
import { expect, type Page } from './test'

export const freshCode = () => `E2E-${randomUUID().slice(0, 8).toUpperCase()}`

export const pasted = `V.26-00001 (E)

Conclusions and recommendations

- 17. States should develop long-
term capacities. Technical assistance was
urgently needed.

- 18. The Secretariat should:
(a) Train judges and prosecutors;
(b) Report on what it did.`

/** Through the first step, to where the sentences are ticked. */
export async function begin(page: Page, code: string) {
  await page.goto('/documents/new')
  await page.getByLabel('Title', { exact: true }).fill('Report of a trial')
  await page.getByLabel('Code').fill(code)
  await page.getByLabel('Date').fill('2026-04-14')
  await page.getByLabel('Paragraphs').fill(pasted)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Found 4 paragraphs with 5 sentences.')).toBeVisible()
}

/** Among one's drafts, the one that is worked on at this address. */
export function draftAt(page: Page, address: string) {
  const { searchParams } = new URL(address)
  const drafts = page.getByRole('list', { name: 'Your drafts' }).getByRole('listitem')
  return drafts.filter({ has: page.locator(`a[href$="draft=${searchParams.get('draft')}"]`) })
}

export async function publish(page: Page, code: string) {
  await begin(page, code)
  await page.getByLabel('States should develop long-term capacities.').check()
  await page.getByRole('button', { name: 'Next: check' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(new RegExp(`/documents/${code}`))
}
