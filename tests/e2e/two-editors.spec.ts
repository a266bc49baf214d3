import { expectAccessible } from './support/accessible'
import { colleague, late, otherChanges } from './support/colleague'
import { givenAssignment, givenRecommendation } from './support/given'
import { login } from './support/login'
import { formCalled, rowOf } from './support/parts'
import { expect, type Page, test } from './support/test'

test('of two who correct how it is read, the second sees what the first made of it @js', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const first = await colleague(browser)
  for (const desk of [page, first.page]) {
    await desk.goto(address)
    await desk.getByRole('link', { name: 'Edit details' }).click()
    await expect(desk.getByLabel('Title')).toHaveValue('Train investigators')
  }

  await first.page.getByLabel('Title').fill('Train those who investigate')
  await first.page.locator('#reading').getByRole('button', { name: 'Save' }).click()
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Train those who investigate')

  await page.getByLabel('Title').fill('Train investigators well')
  await page.getByLabel('Theme 1').fill('Capacity-building')
  await page.locator('#reading').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(late).first()).toBeVisible()
  await expect(otherChanges(page, first.name).first()).toContainText(
    'Train investigators → Train those who investigate',
  )
  await expect(page.getByLabel('Title')).toHaveValue('Train investigators well')
  await expect(page.getByLabel('Theme 1')).toHaveValue('Capacity-building')
  await expectAccessible(page)

  await page.locator('#reading').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Train investigators well')
  await expect(page.getByRole('definition').filter({ hasText: 'Capacity-building' })).toBeVisible()
  await first.context.close()
})

test('who comes second undoes nothing that they have not touched themselves @js', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const first = await colleague(browser)
  const form = (desk: Page) => desk.locator('#reading')
  for (const desk of [page, first.page]) {
    await desk.goto(address)
    await desk.getByRole('link', { name: 'Edit details' }).click()
    await expect(form(desk).getByLabel('Title')).toHaveValue('Train investigators')
  }

  await form(first.page).getByLabel('Title').fill('Train those who investigate')
  await form(first.page).getByLabel('Kind').selectOption('finding')
  await form(first.page).getByLabel('Theme 1').fill('Courts')
  await form(first.page).getByLabel('Words of the text').first().fill('States')
  await form(first.page).getByRole('button', { name: 'Save' }).click()
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Train those who investigate')

  await form(page).getByLabel('Title').fill('Train investigators well')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(late).first()).toBeVisible()
  await expect(form(page).getByLabel('Title')).toHaveValue('Train investigators well')
  await expect(form(page).getByLabel('Kind')).toHaveValue('finding')
  await expect(form(page).getByLabel('Theme 1')).toHaveValue('Courts')
  await expect(form(page).getByLabel('Words of the text').first()).toHaveValue('States')

  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Train investigators well')
  await expect(page.getByRole('definition').filter({ hasText: 'Courts' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Finding' })).toBeVisible()
  await first.context.close()
})

const notes = (page: Page) => page.locator('#annotations')

test('one’s own two windows lose no word of a note either @js', async ({ page, context }) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  await page.getByRole('link', { name: 'Add annotation' }).click()
  await page.getByLabel('Annotation').fill('Who pays?')
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(notes(page).getByText('Who pays?', { exact: true })).toBeVisible()
  const other = await context.newPage()
  await other.goto(address)
  for (const desk of [page, other]) {
    await desk.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(desk.getByLabel('Edit your annotation')).toHaveValue('Who pays?')
  }

  await other.getByLabel('Edit your annotation').fill('Who pays, and when?')
  await other.getByRole('button', { name: 'Save annotation' }).click()
  await expect(notes(other).getByText('Who pays, and when?', { exact: true })).toBeVisible()
  await page.getByLabel('Edit your annotation').fill('Who pays for it?')
  await page.getByRole('button', { name: 'Save annotation' }).click()
  await expect(page.getByText('You have changed this annotation since you opened it').first()).toBeVisible()
  await expect(page.getByLabel('Edit your annotation')).toHaveValue('Who pays for it?')
  await page.getByRole('button', { name: 'Save annotation' }).click()

  await expect(page.getByText('2 earlier versions')).toBeVisible()
  await expect(notes(page).getByText('Who pays for it?', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('of two windows that restored one text, each sends its own words @js', async ({ page, context }) => {
  await login(context)
  const { page: address, id } = await givenAssignment(context)
  const words = (desk: Page) => desk.getByLabel('What was done')
  const send = (desk: Page) => formCalled(desk, 'Report progress for UNODC').getByRole('button', { name: 'Report' })
  await page.goto(`${address}?report=${id}`)
  await page.getByRole('radio', { name: 'In progress' }).check()
  await words(page).pressSequentially('Twelve were trained.')
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('text:')))
  const other = await context.newPage()
  await other.goto(`${address}?report=${id}`)
  await expect(words(other)).toHaveValue('Twelve were trained.')

  await send(page).click()
  await expect(rowOf(page, 'UNODC')).toContainText('In progress')
  await words(other).fill('Twelve were trained, and two more.')
  await send(other).click()
  await expect(other.getByText('Check the current version, then submit your changes again.').first()).toBeVisible()
  await expect(words(other)).toHaveValue('Twelve were trained, and two more.')
  await send(other).click()

  await expect(rowOf(other, 'UNODC')).toContainText('Twelve were trained, and two more.')
  await expect(rowOf(other, 'UNODC').getByRole('link', { name: 'All 2 reports' })).toBeVisible()
})
