import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { expect, test } from './support/test'

test('an organization plans steps, moves one, and says what is done; a reviewer reads the plan', async ({
  page,
  context,
}) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context, { dueOn: '2098-12-31' })
  await made(context, `/assignments/${id}/actions`, { title: 'Draft the law', dueOn: '2026-01-31' })
  await newcomer(context, { organizations: ['unodc'] })
  await page.goto(assignment)
  const plan = page.locator('#plan')
  await expect(plan).toContainText('0 of 1 step done, 1 overdue')
  await plan.getByRole('button', { name: 'Add a step' }).click()
  await plan.getByLabel('What will be done').fill('Train the drafters')
  await plan.getByLabel('Responsible').fill('Training unit')
  await plan.getByLabel('Start date').fill('2026-06-30')
  await plan.getByLabel('Due date').fill('2026-05-31')
  await plan.getByRole('button', { name: 'Add the step' }).click()
  await expect(page.getByText('This is before the start date').first()).toBeVisible()
  await expect(plan.getByLabel('Responsible')).toHaveValue('Training unit')
  await expectAccessible(page)
  await plan.getByLabel('Due date').fill('2099-05-31')
  await plan.getByRole('button', { name: 'Add the step' }).click()
  await expect(plan).toContainText('The step was added to the plan.')
  await expect(plan).toContainText('after the assignment is due (31 December 2098)')
  await expectAccessible(page)

  const rows = plan.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await plan.getByRole('button', { name: 'Add a step' }).click()
  await plan.getByLabel('What will be done').fill('Print the law')
  await plan.getByRole('button', { name: 'Save and add another' }).click()
  await expect(plan).toContainText('0 of 3 steps done')
  await expect(plan.getByLabel('What will be done')).toHaveValue('')
  await plan.getByRole('button', { name: 'Mark as done “Print the law”' }).click()
  await expect(plan).toContainText('1 of 3 steps done')
  await plan.getByRole('button', { name: 'Up “Train the drafters”' }).click()
  await expect(plan).toContainText('The step was moved.')
  await expect(rows).toContainText(['Train the drafters', 'Draft the law', 'Print the law'])

  await plan.getByRole('link', { name: 'Change “Draft the law”' }).click()
  await plan.getByLabel('State').selectOption('Done')
  await plan.getByLabel('Due date').fill('2026-02-28')
  await plan.getByRole('button', { name: 'Save the step' }).click()
  await expect(plan).toContainText('2 of 3 steps done')
  await expect(rows.nth(1)).toContainText('Done')
  await expect(rows.nth(1)).toContainText('originally due 31 January 2026')

  await made(context, `/assignments/${id}/reports`, { progress: 'implemented', narrative: 'The law is in force.' })
  await context.clearCookies()
  await login(context)
  await page.goto(`${assignment}?form=review`)
  const step = page.locator('#next').getByRole('listitem').filter({ hasText: 'Train the drafters' })
  await expect(step).toContainText('Planned, due 31 May 2099')
})
