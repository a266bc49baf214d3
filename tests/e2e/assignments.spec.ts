import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenAssignment, givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { openHistory, rowOf } from './support/parts'
import { expect, type Locator, type Page, test } from './support/test'

/** What a form says is wrong; the browser's own announcer of pages is an alert too. */
const alert = (page: Page) => page.getByRole('main').getByRole('alert')

const formWith = (page: Page, field: Locator) => page.locator('form').filter({ has: field })

test('a coordinator assigns, reports on behalf, changes the date, and the history tells it @js', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Train investigators' })).toBeVisible()
  await expect(page.locator('mark')).toHaveText('States should train investigators.')
  await expect(page.getByText('Not assigned yet.')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Organization').fill('UNODC')
  await page.getByLabel('Due date').fill('2031-06-30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('30 June 2031')

  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByLabel('What was done')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Implemented', exact: true }).check()
  await page.getByLabel('What was done').fill('Forty drafters were trained in Lima.')
  await formWith(page, page.getByLabel('What was done')).getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByText('Report sent.')).toBeVisible()
  await expect(rowOf(page, 'UNODC')).toContainText('Reported as implemented')
  await expect(rowOf(page, 'UNODC')).toContainText('Not verified')

  await rowOf(page, 'UNODC').getByRole('link', { name: 'Open the assignment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Assignment of UNODC' })).toBeVisible()
  await expect(page.locator('#reports')).toContainText('Forty drafters were trained in Lima.')
  await expect(page.getByText(/, on behalf of the organization, sent on /)).toBeVisible()

  await page.getByRole('button', { name: 'Change' }).click()
  const change = formWith(page, page.locator('#change-dueOn'))
  await change.getByLabel('Due date').fill('2031-12-31')
  await change.getByLabel('Reason, if the date changes').fill('The course begins in autumn.')
  await change.getByLabel('Role').selectOption('lead')
  await expectAccessible(page)
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Due 31 December 2031')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '30 June 2031' })).toBeVisible()

  await page.getByRole('link', { name: 'Open the recommendation' }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('originally 30 June 2031')
  const history = await openHistory(page)
  await expect(history).toContainText('changed the due date and the role of UNODC')
  await expect(history).toContainText('reported progress for UNODC, on its behalf')
  await expect(history).toContainText('assigned UNODC, due 30 June 2031')
  await history.getByRole('link', { name: 'Annotations' }).click()
  await expect(history).toContainText('Nothing of this kind has happened yet.')
  await expectAccessible(page)
})

test('what cannot be taken stays in the form, and an organization that is not there is added in the same step', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const name = `Ministry ${randomUUID().slice(0, 8)}`
  await page.goto(address)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(alert(page)).toContainText('Enter an organization.')
  await expectAccessible(page)

  await page.getByLabel('Organization').fill(`UNODC; ${name}`)
  await page.getByLabel('Due date').fill('2031-06-30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(alert(page)).toContainText(`There is no organization called “${name}”.`)
  await expect(page.getByLabel('Organization', { exact: true })).toHaveValue(`UNODC; ${name}`)
  await expect(page.getByLabel('Due date')).toHaveValue('2031-06-30')
  await expect(page.getByText('Not assigned yet.')).toBeVisible()

  await page.getByLabel('Create organizations that do not exist yet').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('30 June 2031')
  await expect(rowOf(page, name)).toContainText('30 June 2031')

  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByLabel('Organization').fill('Council of Europe')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rowOf(page, 'Council of Europe')).toContainText('No date')
  await expect(page.getByText('Assigned to 1 organization.')).toBeVisible()
  await expect(page.getByLabel('Organization')).toHaveCount(0)
})

test('an assignment is closed with a reason and reopened, one made by mistake is taken back, and so is the whole @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address, assignment } = await givenAssignment(context)
  const close = page.getByRole('button', { name: 'Close the assignment', exact: true })

  await page.goto(assignment)
  const menu = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Recommendations' })
  await expect(menu).toHaveAttribute('aria-current', 'page')
  await close.click()
  await page.getByLabel('Reason').selectOption('no_longer_applicable')
  await page.getByLabel('Explanation').fill('The laboratory has moved.')
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText(/ closed this assignment on .*: No longer applicable\.$/)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('The laboratory has moved.')
  await expect(page.getByRole('button', { name: 'Report progress' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByLabel('Reason').fill('It has come back.')
  await page.getByRole('button', { name: 'Reopen it' }).click()
  await expect(page.getByText('Reopened.')).toBeVisible()
  await expect(page.getByText('Not started').first()).toBeVisible()

  await page.goto(address)
  await page.getByRole('link', { name: 'Close the recommendation' }).click()
  await page.getByLabel('Reason').selectOption('superseded')
  await page.getByLabel('Explanation').fill('A later report asks for more.')
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText(/^Closed by .*: Superseded\.$/)).toBeVisible()
  await expect(rowOf(page, 'UNODC').getByRole('button')).toHaveCount(0)
  await page.getByRole('link', { name: 'Reopen the recommendation' }).click()
  await page.getByLabel('Reason').fill('It does not.')
  await page.getByRole('button', { name: 'Reopen it' }).click()
  await expect(page.getByText('Reopened.')).toBeVisible()

  await page.goto(assignment)
  await close.click()
  await page.getByText('Remove…').click()
  await page.getByRole('button', { name: 'Remove this assignment' }).click()
  await expect(page.getByText('Not assigned yet.')).toBeVisible()
  await expect(page.getByText('The assignment was removed.')).toBeVisible()
  const answer = await page.goto(assignment)
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: 'This assignment was removed' })).toBeVisible()
})

test('a focal point finds their own organization first, names its owner and reports, and assigns nobody @js', async ({
  page,
  context,
}) => {
  const person = { name: `Priya ${randomUUID().slice(0, 8)}`, organizations: ['unodc'] }
  const { email } = await newcomer(context, person)
  const theirs = await context.cookies()
  await context.clearCookies()
  await login(context)
  const { key, page: address } = await givenAssignment(context)
  await made(context, `/recommendations/${key}/assignments`, { organization: 'council-of-europe' })
  await context.clearCookies()
  await context.addCookies(theirs)

  await page.goto(address)
  await expect(page.getByRole('rowheader')).toHaveText([/^UNODC/, /^Council of Europe/])
  await expect(page.getByRole('button', { name: 'Assign', exact: true })).toHaveCount(0)
  await expect(rowOf(page, 'Council of Europe').getByRole('button')).toHaveCount(0)

  await rowOf(page, 'UNODC').getByRole('link', { name: 'Name the owner' }).click()
  await page.getByLabel('Owner').selectOption(email)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('definition').filter({ hasText: person.name })).toBeVisible()
  await page.getByRole('link', { name: 'Open the recommendation' }).click()
  await expect(rowOf(page, 'UNODC')).toContainText(person.name)

  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  await page.getByRole('radio', { name: 'In progress' }).check()
  await page.getByLabel('What was done').fill('We began.')
  await formWith(page, page.getByLabel('What was done')).getByRole('button', { name: 'Report progress' }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('In progress')
  await rowOf(page, 'UNODC').getByRole('link', { name: 'Open the assignment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Assignment of UNODC' })).toBeVisible()
  await expect(page.getByText(`${person.name}, sent on`)).toBeVisible()
  await expectAccessible(page)
  await page.goto(address)
  await rowOf(page, 'Council of Europe').getByRole('link', { name: 'Open the assignment' }).click()
  await expect(page.getByText('Only Council of Europe, coordinators and administrators can report here.')).toBeVisible()
  await expect(page.locator('#next').getByRole('button')).toHaveCount(0)
})
