import { expectAccessible } from './accessible'
import { untilRead } from './import'
import { formCalled, rowOf } from './parts'
import { expect, type Page } from './test'

const pasted = `Conclusions

- 1. States should train investigators. They should also share what they learn, including through
networks of practitioners.
- 2. The Secretariat should report on it every year.

V.10-52733 3
`

const unodc = (page: Page) => rowOf(page, 'UNODC')

export async function assign(page: Page) {
  const form = page.locator('#assignments')
  await form.getByLabel('Organization').fill('UNODC')
  await form.getByLabel('Owner').selectOption('Ada')
  await form.getByLabel('Due date').fill('2031-06-30')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(unodc(page)).toContainText('Ada')
  await expect(unodc(page)).toContainText('30 June 2031')
}

export async function annotate(page: Page) {
  await page.getByRole('link', { name: 'Add annotation' }).click()
  await page.getByLabel('Annotation').fill('Ask the **Lima** office first.')
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(page.locator('#annotations').locator('strong')).toHaveText('Lima')
}

export async function report(page: Page) {
  await unodc(page).getByRole('button', { name: 'Report progress' }).click()
  const form = formCalled(page, 'Report progress for UNODC')
  await form.getByRole('radio', { name: 'In progress' }).check()
  await form.getByLabel('What was done').fill('Forty drafters were trained in Lima.')
  await form.getByRole('button', { name: 'Report progress' }).click()
  await expect(unodc(page)).toContainText('In progress')
}

export async function seeOnDashboard(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('list', { name: 'Assignments by status' })).toContainText('1')
  await expect(page.getByRole('link', { name: '1 assignment', exact: true }).first()).toBeVisible()
  await expect(page.getByText('Ada reported progress for UNODC, on its behalf')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'My work', exact: true }).click()
  await expect(page.getByRole('link', { name: /^17\.2/ }).first()).toBeVisible()
  await expectAccessible(page)
}

export async function addDocument(page: Page) {
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('link', { name: 'Import a document' }).click()
  await page.getByRole('link', { name: 'Paste text' }).click()
  await page.getByText('Details of the document').click()
  await page.getByLabel('Title').fill('Report on the training of investigators')
  await page.getByLabel('Code').fill('TRAINING-2026')
  await page.getByLabel('Text', { exact: true }).fill(pasted)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await untilRead(page)
  for (const title of ['Train investigators', 'Share what they learn', 'Report on it']) {
    await page.getByRole('button', { name: `Accept ${title}` }).click()
    await expect(page.getByText('Accepted.')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Next: details' }).click()
  await page.getByRole('button', { name: 'Next: check' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('link', { name: '3 unassigned' })).toBeVisible()
  await page.getByRole('link', { name: /They should also share/ }).click()
  await expect(page.locator('mark')).toHaveText(/^They should also share .* networks of practitioners\.$/)
}

export async function closeAndReopen(page: Page) {
  await unodc(page).getByRole('link', { name: 'Open the assignment' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText('Choose why it is closed.').first()).toBeVisible()
  await expect(page.getByText('Explain why in a sentence.').first()).toBeVisible()
  await page.getByLabel('Reason').selectOption('superseded')
  await page.getByLabel('Explanation').fill('A later report asks for more.')
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText(/^Ada closed this assignment on /)).toBeVisible()

  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByLabel('Reason').fill('The later report leaves it open.')
  await page.getByRole('button', { name: 'Reopen it' }).click()
  await expect(page.getByText('Reopened.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the recommendation' }).click()
  await expect(unodc(page)).toContainText('In progress')
}
