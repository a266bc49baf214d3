import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { type BrowserContext, expect, type Page, test } from './support/test'

const today = () => new Date().toISOString().slice(0, 10)

async function remindTheRest(page: Page) {
  await page.getByRole('button', { name: 'Remind the rest' }).click()
  await page.getByLabel('Note').fill('The conference meets in July.')
  await page.getByRole('button', { name: 'Send the reminders' }).click()
}

test('a coordinator asks for reports, sees who has answered, reminds the rest, and closes the cycle', async ({
  page,
  context,
}) => {
  await newcomer(context, { organizations: ['unodc'] })
  await login(context)
  const { code, id, assignment } = await givenAssignment(context)
  const name = `Mid-year ${code.slice(-6)}`
  await page.goto('/cycles')
  const open = page.getByRole('button', { name: 'Add a reporting cycle' })
  if (await open.isVisible()) await open.click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Opening day').fill(today())
  await page.getByLabel('Closing day').fill('2099-06-30')
  await page.getByLabel('Document').fill(code)
  await page.getByLabel('Organizations and groups').fill('Nobody at all\nUNODC')
  await page.getByRole('button', { name: 'Add the cycle' }).click()
  await expect(page.getByText('There is no organization called “Nobody at all”').first()).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await page.getByLabel('Organizations and groups').fill('UNODC')
  await page.getByRole('button', { name: 'Add the cycle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText('0 of 1 assignment answered, 1 not answered')).toBeVisible()
  await expectAccessible(page)
  const cycle = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'UNODC: 1 assignment, Not answered' }).click()
  await expect(page).toHaveURL(/organization=unodc/)
  await expect(page.locator('#assignments')).toContainText('Train investigators')
  await page.goto(assignment)
  await expect(page.getByText(`Asked for a report by 30 June 2099 (${name})`)).toBeVisible()

  await page.goto(cycle)
  await remindTheRest(page)
  await expect(page.getByText('A reminder was sent for 1 assignment.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send the reminders' })).toBeHidden()
  await remindTheRest(page)
  await expect(page.getByText('No reminder was sent. For 1 assignment, one was already sent today.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send the reminders' })).toBeHidden()
  await expectAccessible(page)

  await made(context, `/assignments/${id}/reports`, { progress: 'in_progress', narrative: 'A course is planned.' })
  await page.goto(cycle)
  await page.getByRole('button', { name: 'Close the cycle' }).click()
  await expect(page.getByText('Every assignment has an answer.')).toBeVisible()
  await page.locator('form').getByRole('button', { name: 'Close the cycle' }).last().click()
  await expect(page.getByText('The cycle was closed.')).toBeVisible()
  await made(context, `/assignments/${id}/reports`, { progress: 'implemented', narrative: 'The course is held.' })
  await page.goto(cycle)
  await expect(page.getByText('This is the state when the cycle was closed')).toBeVisible()
  await expect(page.locator('#assignments')).toContainText('In progress')
  await expectAccessible(page)
  await expectAnswers(context, cycle)
})

async function expectAnswers({ request }: BrowserContext, cycle: string) {
  const answers = await request.get(`${cycle}/answers.csv`)
  expect(answers.headers()['content-disposition']).toContain('filename="cycle-mid-year-')
  expect(await answers.text()).toContain('UNODC,Answered in time,')
}
