import { expectAccessible } from './support/accessible'
import { freshCode, paragraph, publish, untilRead } from './support/import'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { expect, test } from './support/test'

test('who may not add a document is told so, and shown a way on @js', async ({ page, context }) => {
  await newcomer(context, { role: 'viewer' })
  await page.goto('/documents/import')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You do not have permission to do this')
  await expect(page.getByRole('link', { name: 'Go to the dashboard' })).toBeVisible()
  await expectAccessible(page)
})

test.beforeEach(({ context }) => login(context))

const pasted = `V.26-00001 (E)

Conclusions and recommendations

- 17. States should develop long-
term capacities. Technical assistance was
urgently needed.

- 18. The Secretariat should:
(a) Train judges and prosecutors;
(b) Report on what it did.`

test('a coordinator pastes a document, and nothing that was typed is lost on the way @layout', async ({ page }) => {
  const code = freshCode()
  await page.goto('/documents/new')
  await page.getByRole('link', { name: 'Paste text' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toBeVisible()
  await page.getByText('Details of the document').click()
  await page.getByLabel('Title', { exact: true }).fill('Report of a trial')
  await page.getByLabel('Code').fill('not a code')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Paste the text')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Report of a trial')
  await page.getByLabel('Text', { exact: true }).fill(`${pasted}\n\n19. Reference ${code}.`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const address = await untilRead(page)
  await paragraph(page, 'long-term capacities').getByRole('button', { name: 'Accept Develop' }).click()
  await expect(paragraph(page, 'long-term capacities').getByRole('button', { name: 'Undo' })).toBeVisible()
  await paragraph(page, 'Train judges').getByRole('button', { name: 'Accept Train' }).click()
  await expect(paragraph(page, 'Train judges').getByRole('button', { name: 'Undo' })).toBeVisible()

  await page.goto('/documents')
  await expectAccessible(page)
  // Several imports are folded, and other tests leave some.
  const folded = page.locator('summary').filter({ hasText: 'imports in progress' })
  if (await folded.isVisible()) await folded.click()
  await page.locator(`a[href="${new URL(address).pathname}"]`).click()
  await page.getByRole('link', { name: 'Next: details' }).click()
  await page.getByRole('button', { name: 'Next: check before publishing' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Use letters, digits and single hyphens')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Report of a trial')
  await page.getByLabel('Code').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Next: check before publishing' }).click()
  const train = page.getByRole('listitem').filter({ hasText: `${code}-18a.1` })
  await expect(train).toContainText('The Secretariat should: Train judges and prosecutors;')
  await expectAccessible(page)
  await expect(page.getByText('No recommendation is linked to an organization')).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()

  await expect(page).toHaveURL(new RegExp(`/documents/${code}`))
  await expect(page.getByText('Published.')).toBeVisible()
  await expect(page.getByRole('link', { name: /17\.1.*States should develop long-term capacities\./ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /18a\.1.*Train judges/ }).click()
  await expect(page).toHaveURL(new RegExp(`/recommendations/${code}-18a.1`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Train judges and prosecutors')
})

test('an archived document leaves the list, and comes back whole @no-js', async ({ page, context }) => {
  const code = freshCode()
  const documents = page.getByRole('list', { name: 'Documents and their recommendations' })
  await publish(page, context, code)

  await page.getByRole('link', { name: 'Archive this document' }).click()
  const archive = page.locator('#archive').getByRole('button', { name: 'Archive' })
  await expect(archive).toBeVisible()
  await archive.click()
  await expect(page.getByText('This document is archived')).toBeVisible()

  await page.goto(`/documents?q=${code}`)
  await expect(page.getByText('No document matches')).toBeVisible()
  await page.goto(`/documents?q=${code}&show=archived`)
  await documents.getByRole('link', { name: 'Report of a trial' }).click()
  await page.getByRole('button', { name: 'Restore this document' }).click()
  await expect(page.getByText('Restored.')).toBeVisible()

  await page.goto(`/documents?q=${code}`)
  await expect(documents.getByRole('link', { name: 'Report of a trial' })).toBeVisible()
})

test('what was published is corrected: details, a missed sentence, and one that was added by mistake', async ({
  page,
  context,
}) => {
  const code = freshCode()
  await publish(page, context, code)

  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByLabel('Title', { exact: true }).fill('Report of the trial')
  await page.getByLabel('Symbol').fill('TRIAL/1')
  await page.getByLabel('Date').fill('')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The details were saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report of the trial')
  await expect(page.getByRole('definition').filter({ hasText: 'TRIAL/1' })).toBeVisible()

  await page.getByRole('button', { name: 'Add a recommendation' }).click()
  await expect(page.getByRole('link', { name: 'Technical assistance was urgently needed.' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Technical assistance was urgently needed.' }).click()
  await page.getByLabel('Words to quote').fill('Technical aid was needed')
  await page.getByRole('button', { name: 'Add the recommendation' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('These words are not in the paragraph')
  await page.getByLabel('Words to quote').fill('assistance was urgently needed')
  await page.getByLabel('Title', { exact: true }).fill('Assist')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the recommendation' }).click()
  await expect(page.getByText('The recommendation was added.')).toBeVisible()

  await page.getByRole('link', { name: /17\.2.*assistance was urgently needed/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Assist')
  const address = page.url()
  await page.getByRole('link', { name: 'Remove the recommendation' }).click()
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('The recommendation was removed.')).toBeVisible()
  await expect(page.getByRole('link', { name: /17\.2/ })).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This recommendation was removed' })).toBeVisible()
  await expect(page.getByText(/17\.2, “Assist”, was removed on .*, because it was added by mistake\./)).toBeVisible()
  await expectAccessible(page)
})

test('each recommendation of the text leads to its page, and the page back to its place @js', async ({ page }) => {
  await page.goto('/documents/SALVADOR-2010')
  await page.getByRole('link', { name: /17\.2.*Technical assistance, in particular/ }).click()
  await expect(page).toHaveURL(/\/recommendations\/SALVADOR-2010-17\.2/)

  await page.locator('a[href="/documents/SALVADOR-2010?to=17.2#17.2"]').click()
  await expect(page.getByText('17. ', { exact: true })).toBeInViewport()
})
