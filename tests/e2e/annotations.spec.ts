import { expectAccessible } from './support/accessible'
import { givenRecommendation } from './support/given'
import { login } from './support/login'
import { expect, type Page, test } from './support/test'

/** What a form says is wrong; the browser's own announcer of pages is an alert too. */
const alert = (page: Page) => page.getByRole('main').getByRole('alert')

/** Adds the annotation on words that occur twice: at the first of the places that show this context. */
async function annotateFirst(page: Page, words: string, context: string) {
  await page.getByLabel('About these words').fill(words)
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(alert(page)).toContainText('These words occur 2 times in the paragraph.')
  await expectAccessible(page)
  await page.getByRole('group', { name: 'Which of these do you mean?' }).getByText(context).first().click()
  await page.getByRole('button', { name: 'Add annotation' }).click()
}

test('a note is previewed, written on some words, rewritten with its earlier version kept, answered, withdrawn', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  const notes = page.locator('#annotations')

  await page.getByRole('link', { name: 'Add annotation' }).click()
  await page.getByLabel('Annotation').fill('**Both** parts, see [there](javascript:alert(1)).')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(notes.locator('strong')).toHaveText('Both')
  await expect(notes.getByRole('link', { name: 'there' })).toHaveCount(0)
  await expect(page.getByLabel('Annotation')).toHaveValue('**Both** parts, see [there](javascript:alert(1)).')
  await expectAccessible(page)

  await page.getByLabel('About these words').fill('these are not there')
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(alert(page)).toContainText('These words are not in the paragraph.')
  await annotateFirst(page, 'should', 'States should train')
  await expect(notes.getByText('On “should”')).toBeVisible()
  await expect(notes.getByText('Annotation added.')).toBeVisible()
  await expect(page.getByLabel('Annotation')).toHaveCount(0)
  await expect(page.locator('mark').getByRole('link', { name: 'should' })).toBeVisible()

  await notes.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Edit your annotation').fill('All parts.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save annotation' }).click()
  await expect(notes.getByText('All parts.')).toBeVisible()
  await notes.getByText('1 earlier version').click()
  await expect(notes.locator('strong')).toHaveText('Both')

  await notes.getByRole('link', { name: 'Reply' }).click()
  await expect(notes.getByText(/ can read your reply\.$/)).toBeVisible()
  await page.getByLabel(/^Reply to /).fill('Agreed.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(notes.getByText('Agreed.')).toBeVisible()
  await expectAccessible(page)

  await notes.getByRole('link', { name: 'Edit' }).first().click()
  await page.getByText('Withdraw…').click()
  await page.getByRole('button', { name: 'Withdraw annotation' }).click()
  await expect(notes.getByText('All parts.')).toBeHidden()
  await expect(notes.getByText('The annotation was withdrawn.')).toBeVisible()
  await expect(notes.getByText('Annotation added.')).toHaveCount(0)
  await expect(notes.getByText(/ withdrew an annotation\.$/)).toBeVisible()
  await expect(notes.getByText('Agreed.')).toBeVisible()
})
