import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { givenAssignment, givenRecommendation } from './support/given'
import { login } from './support/login'
import { formCalled, openForm, rowOf } from './support/parts'

const pasted = `Conclusions

- 1. States should train investigators. They should also share what they learn, including through
networks of practitioners.
- 2. The Secretariat should report on it every year.

V.10-52733 3
`

test('a coordinator adds a document by pasting its text, ticks its recommendations and publishes it', async ({
  page,
  context,
}) => {
  await login(context)
  const code = `E2E-${randomUUID().slice(0, 8).toUpperCase()}`
  await page.goto('/documents')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Add a document' }).click()
  await page.getByLabel('Title').fill('Report on the training of investigators')
  await page.getByLabel('Code').fill('SALVADOR-2010')
  await page.getByLabel('Date').fill('2026-11-02')
  await page.getByLabel('Paragraphs').fill(pasted)
  await page.getByRole('button', { name: 'Next: tick the recommendations' }).click()
  await expect(page.getByRole('main').getByText('SALVADOR-2010').first()).toBeVisible()
  await expect(page.getByLabel('Paragraphs')).toHaveValue(pasted)
  await expectAccessible(page)

  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Next: tick the recommendations' }).click()
  await expect(page.getByText('They should also share what they learn, including through networks')).toBeVisible()
  for (const sentence of ['States should train', 'They should also share', 'The Secretariat should']) {
    const box = page.getByRole('checkbox', { name: sentence })
    await box.check()
    await expect(box).toBeChecked()
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish' }).click()

  await expect(page).toHaveURL(new RegExp(`/documents/${code}`))
  await expect(page.getByText('Published. Its recommendations can be assigned now.')).toBeVisible()
  await expect(page.getByRole('link', { name: '3 unassigned' })).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: /They should also share/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`/recommendations/${code}-1.2`))
  await expect(page.locator('mark')).toHaveText(/^They should also share .* networks of practitioners\.$/)
})

test('a coordinator assigns a recommendation, annotates it and reports on behalf of who owes it', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  await expectAccessible(page)

  await openForm(page, 'Assign')
  await page.getByLabel('Organization', { exact: true }).fill('Council of Europe; Atlantis')
  await page.getByLabel('Due date').fill('2027-06-30')
  await page.locator('#assignments').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('There is no organization called “Atlantis”').first()).toBeVisible()
  await expect(page.getByLabel('Due date')).toHaveValue('2027-06-30')
  await expectAccessible(page)
  await page.getByLabel('Organization', { exact: true }).fill('Council of Europe')
  await page.getByLabel('Owner').selectOption('ada')
  await page.locator('#assignments').getByRole('button', { name: 'Save' }).click()
  const row = rowOf(page, 'Council of Europe')
  await expect(row).toContainText('ada')
  await expect(row).toContainText('30 June 2027')
  await expect(row).toContainText('Not started')
  await expectAccessible(page)

  await page.getByLabel('Annotation').fill('Ask **Strasbourg** first: <script>alert(1)</script>')
  await page.getByLabel('About these words').fill('train investigators')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('status').getByText('Strasbourg')).toBeVisible()
  await page.getByRole('button', { name: 'Add annotation' }).click()
  const notes = page.locator('#annotations')
  await expect(notes.locator('strong')).toHaveText('Strasbourg')
  await expect(notes.getByText('On “train investigators”')).toBeVisible()

  await row.getByRole('button', { name: 'Report progress' }).click()
  const report = formCalled(page, 'Report progress for Council of Europe')
  await expect(report.getByText('on behalf of Council of Europe')).toBeVisible()
  await expectAccessible(page)
  await report.getByLabel('What was done').fill(' ')
  await report.getByRole('button', { name: 'Report progress' }).click()
  await expect(report.getByText('Say in a sentence or two what was done.').first()).toBeVisible()
  await report.getByLabel('What was done').fill('Twelve investigators were trained in Strasbourg.')
  await report.getByRole('button', { name: 'Report progress' }).click()
  await expect(row).toContainText('In progress')
  await page.getByText('1 report', { exact: true }).click()
  await expect(page.getByText('on behalf of Council of Europe, as of')).toBeVisible()
  await expect(page.locator('#history')).toContainText('ada reported progress for Council of Europe')
  await expect(page.locator('#history')).toContainText('ada wrote a note')
  await expectAccessible(page)
})

test('a coordinator corrects, closes and reopens, an assignment and the whole', async ({ page, context }) => {
  await login(context)
  const { page: address } = await givenAssignment(context)
  await page.goto(address)
  await page.getByRole('link', { name: 'Correct how we read it' }).click()
  await page.getByLabel('Themes').fill('Training, Police')
  await page.getByLabel('In its own words').first().fill('States')
  await page.getByLabel('Which is').first().fill('States')
  await expectAccessible(page)
  await page.locator('#reading').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Police' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'States' })).toBeVisible()

  const row = rowOf(page, 'UNODC')
  await row.getByRole('button', { name: 'Change' }).click()
  await page.getByText('Close it without full action').click()
  const closing = page.locator('form').filter({ has: page.getByRole('button', { name: 'Close it' }) })
  await closing.getByLabel('Why').selectOption('superseded')
  await closing.getByRole('button', { name: 'Close it' }).click()
  await expect(closing.getByText('Say in a sentence why.').first()).toBeVisible()
  await closing.getByLabel('Reason').fill('A later report asks for more.')
  await expectAccessible(page)
  await closing.getByRole('button', { name: 'Close it' }).click()
  await expect(row).toContainText('Closed')
  await expect(page.getByText('A later report asks for more.').first()).toBeVisible()

  await row.getByRole('button', { name: 'Reopen' }).click()
  const reopening = formCalled(page, 'Reopen the assignment of UNODC')
  await reopening.getByLabel('Reason').fill('The later report leaves it open.')
  await reopening.getByRole('button', { name: 'Reopen it' }).click()
  await expect(row).toContainText('Not started')

  await page.getByRole('link', { name: 'Close the recommendation' }).click()
  await page.locator('#closure').getByLabel('Why').selectOption('no_longer_applicable')
  await page.locator('#closure').getByLabel('Reason').fill('The Congress of 2030 replaced it.')
  await expectAccessible(page)
  await page.locator('#closure').getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText('The Congress of 2030 replaced it.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Assign' })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Reopen the recommendation' }).click()
  await page.locator('#closure').getByLabel('Reason').fill('It was asked for again.')
  await page.locator('#closure').getByRole('button', { name: 'Reopen it' }).click()
  await expect(row.getByRole('button', { name: 'Report progress' })).toBeVisible()
  for (const deed of [
    'reopened the recommendation',
    'closed the recommendation',
    'reopened the assignment',
    'corrected the themes and the addressees',
  ]) {
    await expect(page.locator('#history')).toContainText(deed)
  }
})

test('an assignment made by mistake is taken back, and the history keeps it', async ({ page, context }) => {
  await login(context)
  const { page: address } = await givenAssignment(context)
  await page.goto(address)
  await rowOf(page, 'UNODC').getByRole('button', { name: 'Change' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Nobody has this yet.')).toBeVisible()
  await expect(page.locator('#history')).toContainText('ada took back the assignment of UNODC')
})

test('a coordinator archives a document and restores it', async ({ page, context }) => {
  await login(context)
  const { code, page: recommendation } = await givenRecommendation(context)
  await page.goto(`/documents/${code}`)
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Archive this document' })).toBeVisible()
  await expectAccessible(page)
  await page.locator('#keep').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('This document is archived').first()).toBeVisible()
  await expectAccessible(page)
  await page.goto(recommendation)
  await expect(page.getByText('This document is archived')).toBeVisible()

  await page.goto(`/documents/${code}`)
  await page.getByRole('button', { name: 'Restore this document' }).click()
  await expect(page.getByText('Restored.')).toBeVisible()
})
