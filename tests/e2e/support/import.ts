import { randomUUID } from 'node:crypto'
import { made } from './given'
import { type BrowserContext, expect, type Page } from './test'

export const freshCode = () => `E2E-${randomUUID().slice(0, 8).toUpperCase()}`

/** Waits until the document that was just sent is read. Its page loads itself again until then. Returns its address. */
export async function untilRead(page: Page) {
  await expect(page.getByText('To be reviewed').first()).toBeVisible({ timeout: 60_000 })
  return page.url().replace(/[?#].*/, '')
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
