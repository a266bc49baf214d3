import { randomUUID } from 'node:crypto'
import { made } from './given'
import { type BrowserContext, expect, type Page } from './test'

export const freshCode = () => `E2E-${randomUUID().slice(0, 8).toUpperCase()}`

/** Waits on the page of an import until it is read. Returns its address. */
export async function untilRead(page: Page) {
  await expect(page.getByText(/To be reviewed|Waiting to be read|Being read/).first()).toBeVisible()
  const address = page.url().replace(/\?.*/, '')
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByText('Check each suggestion against the text.')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  return address
}

/** The paragraph with these words, beside its candidates. */
export const paragraph = (page: Page, words: string) => page.locator('#section > div').filter({ hasText: words })

const sentence = 'States should develop long-term capacities.'

/** Publishes a document with one recommendation by the API, and opens it. */
export async function publish(page: Page, context: BrowserContext, code: string) {
  await made(context, '/documents', {
    ...{ code, title: 'Report of a trial', date: '2026-04-14' },
    paragraphs: [
      { label: '17', text: `${sentence} Technical assistance was urgently needed.`, heading: 'Conclusions' },
      { label: '18', text: 'The Secretariat should:' },
      { label: '(a)', text: 'Train judges and prosecutors;', parent: '18' },
    ],
    recommendations: [{ paragraph: '17', start: 0, end: sentence.length }],
  })
  await page.goto(`/documents/${code}`)
}
