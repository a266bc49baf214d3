import { expectAccessible } from './support/accessible'
import { freshCode, publish } from './support/import'
import { login } from './support/login'
import { expect, test } from './support/test'

test.beforeEach(({ context }) => login(context))

test('a sentence is annotated where it stands in the text, and its annotation is beside it', async ({
  page,
  context,
}) => {
  const code = freshCode()
  await publish(page, context, code)

  await page.getByRole('button', { name: 'Annotate' }).click()
  await expect(page.getByText('Choose a sentence.')).toBeVisible()
  await page.getByRole('link', { name: 'Technical assistance was urgently needed.' }).click()
  await expect(page.getByLabel('Annotation', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await page.getByLabel('Annotation', { exact: true }).fill('Who asked for **this**?')
  await page.getByRole('button', { name: 'Add annotation' }).click()

  await expect(page.getByText('The annotation was added.')).toBeVisible()
  const notes = page.getByRole('list', { name: 'Annotations' })
  await expect(notes).toContainText('Who asked for this?')
  await expect(notes).toContainText('Technical assistance was urgently needed.')
  await expectAccessible(page)
  await notes.getByRole('link', { name: 'Open under 17.1' }).click()
  await expect(page).toHaveURL(new RegExp(`/recommendations/${code}-17.1`))
})

test('words and paragraphs are found in the text @no-js', async ({ page, context }) => {
  const code = freshCode()
  await publish(page, context, code)
  const field = page.getByRole('searchbox', { name: 'Find words or a paragraph number' })

  await field.fill('JUDGES')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Paragraphs with “JUDGES”' })).toBeVisible()
  await page.getByRole('link', { name: /18a.*Train judges/ }).click()
  await expect(page).toHaveURL(/to=18a#18a$/)

  await field.fill('zebra')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByText('No paragraph contains “zebra”')).toBeVisible()
  await field.fill('18a')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page).toHaveURL(/to=18a/)
})
