import { expectAccessible } from './support/accessible'
import { made } from './support/given'
import { freshCode, untilRead } from './support/import'
import { login } from './support/login'
import { type BrowserContext, expect, type Page, test } from './support/test'

const draft = [
  'The Meeting took place in Vienna. States should train judges in cooperation.',
  'UNODC should publish a guide by the end of 2027.',
  'The Secretariat should translate the guide into all languages of the Meeting.',
  'Donors should pay for the guide and for its distribution.',
]

const final = (code: string) =>
  [
    ...['Conclusions', ''],
    ...['1. The Meeting took place in Vienna. States should train judges in cooperation.', ''],
    ...['2. An opening statement was made by the Chair.', ''],
    ...['3. UNODC should publish a guide by the end of 2027.', ''],
    ...['4. The Secretariat should translate and print the guide in all languages of the Meeting.', ''],
    `5. Reference ${code}.`,
  ].join('\n')

/** Pastes a text into the form of the page and waits until it is read. */
async function paste(page: Page, text: string) {
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await untilRead(page)
}

/** Publishes a draft with four recommendations by the API, and opens it. */
async function publishDraft(page: Page, context: BrowserContext, code: string) {
  const paragraphs = draft.map((text, place) => ({ label: String(place + 1), text, heading: 'Conclusions' }))
  const recommendations = draft.map((text, place) => {
    const start = Math.max(text.indexOf('States'), 0)
    return { paragraph: String(place + 1), start, end: text.length }
  })
  await made(context, '/documents', { code, title: `Report ${code}`, paragraphs, recommendations })
  await page.goto(`/documents/${code}`)
}

/** Annotates the changed sentence in the text of the new edition. */
async function annotateChanged(page: Page) {
  await page.getByRole('button', { name: 'Annotate' }).click()
  await expect(page.getByText('Choose a sentence.')).toBeVisible()
  await page.getByRole('link', { name: 'The Secretariat should translate and print' }).click()
  await page.getByLabel('Annotation', { exact: true }).fill('Who prints it?')
  await page.getByRole('button', { name: 'Add annotation' }).click()
  const notes = page.getByRole('list', { name: 'Annotations' })
  await expect(notes).toContainText('On “The Secretariat should translate and print the guide')
}

test('a final text replaces a draft, and a person decides what stands', async ({ page, context }) => {
  await login(context)
  const code = freshCode()
  await publishDraft(page, context, code)
  await page.getByRole('link', { name: 'New edition' }).click()
  await page.getByRole('link', { name: 'Paste text' }).click()
  await paste(page, final(code))
  await expect(page.getByText('4 of 4 to decide')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Confirm all 1 unchanged' }).click()
  await expect(page.getByText('3 of 4 to decide')).toBeVisible()
  const card = (path: string) => page.getByRole('listitem').filter({ hasText: `${code}-${path}` })
  await expect(card('2.1')).toContainText('Moved · Paragraph 2 → Paragraph 3')
  await card('2.1')
    .getByRole('button', { name: /^Confirm/ })
    .click()
  await expect(card('2.1').getByRole('button', { name: /^Undo/ })).toBeVisible()
  await expect(card('3.1').locator('ins').first()).toContainText('and print')
  await card('3.1')
    .getByRole('link', { name: /^Other words/ })
    .click()
  await card('3.1').getByLabel('Words').fill('The Secretariat should translate and print the guide')
  await expectAccessible(page)
  await card('3.1').getByRole('button', { name: 'Save and confirm' }).click()
  await expect(card('3.1').getByRole('button', { name: /^Undo/ })).toBeVisible()
  await card('4.1').getByRole('button', { name: 'Confirm that it is gone' }).click()
  await expect(card('4.1').getByRole('button', { name: /^Undo/ })).toBeVisible()

  await page.getByRole('link', { name: 'Changed text', exact: true }).click()
  await expect(page).toHaveURL(/step=compare/)
  await expect(page.getByRole('listitem').filter({ hasText: 'and print' }).locator('del')).not.toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Next: new recommendations' }).click()
  await page.getByRole('link', { name: 'Next: check before publishing' }).click()
  await expect(page.getByRole('button', { name: 'Publish the edition' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish the edition' }).click()
  await expect(page.getByText('The new edition is published')).toBeVisible()
  await expect(page.getByText('An opening statement')).toBeVisible()
  await expectAccessible(page)

  await annotateChanged(page)
  await page.getByRole('link', { name: /^Edition 1,/ }).click()
  await expect(page.getByText('A later edition is the current one')).toBeVisible()
  await expect(page.getByText('Donors should pay')).toBeVisible()
  await expectPlaces(page, code)
})

/** The page of a recommendation says whether the current edition still has its words. */
async function expectPlaces(page: Page, code: string) {
  await page.goto(`/recommendations/${code}-3.1`)
  await expect(page.getByText('They have changed in edition 2')).toBeVisible()
  await expect(page.getByText('On “The Secretariat should translate and print the guide')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/recommendations/${code}-4.1`)
  await expect(page.getByText('They are no longer in edition 2')).toBeVisible()
}
