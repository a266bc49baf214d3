import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { newInstance, setUp } from './support/first-visit'
import { formCalled, openHistory, rowOf } from './support/parts'

let instance: Awaited<ReturnType<typeof newInstance>>

test.beforeAll(async () => {
  instance = await newInstance()
})

test.afterAll(() => instance.end())

const pasted = `Conclusions

- 1. States should train investigators. They should also share what they learn, including through
networks of practitioners.
- 2. The Secretariat should report on it every year.

V.10-52733 3
`

const unodc = (page: Page) => rowOf(page, 'UNODC')

async function assign(page: Page) {
  const form = page.locator('#assignments')
  await form.getByLabel('Organization').fill('UNODC')
  await form.getByLabel('Owner').selectOption('Ada')
  await form.getByLabel('Due date').fill('2031-06-30')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(unodc(page)).toContainText('Ada')
  await expect(unodc(page)).toContainText('30 June 2031')
}

async function annotate(page: Page) {
  await page.getByRole('link', { name: 'Add annotation' }).click()
  await page.getByLabel('Annotation').fill('Ask the **Lima** office first.')
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(page.locator('#annotations').locator('strong')).toHaveText('Lima')
}

async function report(page: Page) {
  await unodc(page).getByRole('button', { name: 'Report progress' }).click()
  const form = formCalled(page, 'Report progress for UNODC')
  await form.getByRole('radio', { name: 'In progress' }).check()
  await form.getByLabel('What was done').fill('Forty drafters were trained in Lima.')
  await form.getByRole('button', { name: 'Report progress' }).click()
  await expect(unodc(page)).toContainText('In progress')
}

async function seeOnDashboard(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('list', { name: 'Assignments by status' })).toContainText('1')
  await expect(page.getByRole('link', { name: '1 assignment', exact: true }).first()).toBeVisible()
  await expect(page.getByText('Ada reported progress for UNODC, on its behalf')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'My work', exact: true }).click()
  await expect(page.getByRole('link', { name: /^17\.2/ }).first()).toBeVisible()
  await expectAccessible(page)
}

async function addDocument(page: Page) {
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('link', { name: 'Add a document' }).click()
  await page.getByLabel('Title').fill('Report on the training of investigators')
  await page.getByLabel('Code').fill('TRAINING-2026')
  await page.getByLabel('Paragraphs').fill(pasted)
  await page.getByRole('button', { name: 'Next: select the recommendations' }).click()
  for (const sentence of ['States should train', 'They should also share', 'The Secretariat should']) {
    await page.getByRole('checkbox', { name: sentence }).check()
  }
  await page.getByRole('button', { name: 'Next: check' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('link', { name: '3 unassigned' })).toBeVisible()
  await page.getByRole('link', { name: /They should also share/ }).click()
  await expect(page.locator('mark')).toHaveText(/^They should also share .* networks of practitioners\.$/)
}

async function closeAndReopen(page: Page) {
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

test('a coordinator’s whole way: from the first visit to what was done, closed, taken up again, and told', async ({
  page,
}) => {
  const { address, setupLink } = instance
  await setUp(page, setupLink)
  await expect(page.getByRole('heading', { name: 'These ten recommendations are not assigned yet' })).toBeVisible()
  await page.getByRole('link', { name: /^17\.2/ }).click()
  await assign(page)
  await annotate(page)
  await report(page)
  await seeOnDashboard(page, address)
  await addDocument(page)

  await page.goto(`${address}/recommendations/SALVADOR-2010-17.2`)
  await closeAndReopen(page)
  const history = await openHistory(page)
  for (const deed of [
    'Ada reopened the assignment of UNODC',
    'Ada closed the assignment of UNODC',
    'Ada reported progress for UNODC',
    'Ada added an annotation',
    'Ada assigned UNODC, due 30 June 2031',
  ]) {
    await expect(history).toContainText(deed)
  }
})
