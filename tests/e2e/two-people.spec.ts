import { expectAccessible } from './support/accessible'
import { colleague, late, otherChanges } from './support/colleague'
import { givenAssignment, givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { formCalled, openHistory, rowOf } from './support/parts'
import { expect, type Page, test } from './support/test'

test('of two who change one assignment, the second sees what the first did, keeps what they typed, and saves it then', async ({
  page,
  context,
  browser,
  javaScriptEnabled,
}) => {
  await login(context)
  const { assignment } = await givenAssignment(context, { dueOn: '2026-12-31' })
  const first = await colleague(browser)
  const form = (desk: Page) => formCalled(desk, 'Change the assignment of UNODC')
  for (const desk of [page, first.page]) {
    await desk.goto(assignment)
    await desk.getByRole('button', { name: 'Change' }).click()
    await expect(form(desk).getByLabel('Due date')).toHaveValue('2026-12-31')
  }

  await form(first.page).getByLabel('Due date').fill('2027-03-31')
  await form(first.page).getByLabel('Reason').fill('Agreed by telephone.')
  await form(first.page).getByRole('button', { name: 'Save' }).click()
  await expect(first.page.getByText('Due 31 March 2027')).toBeVisible()

  await form(page).getByLabel('Due date').fill('2027-06-30')
  await form(page).getByLabel('Reason').fill('Asked for by letter.')
  await form(page).getByLabel('Role').selectOption('lead')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(late).first()).toBeVisible()
  await expect(otherChanges(page, first.name).first()).toContainText('31 December 2026 → 31 March 2027')
  await expect(form(page).getByLabel('Due date')).toHaveValue('2027-06-30')
  await expect(form(page).getByLabel('Role')).toHaveValue('lead')
  await expect(page.getByText('Due 31 March 2027')).toBeVisible()
  await expectAccessible(page)
  if (javaScriptEnabled) {
    page.once('dialog', (leaving) => leaving.accept())
    await page.reload()
    await expect(page.getByText('Your unsaved text from')).toBeVisible()
    await expect(form(page).getByLabel('Due date')).toHaveValue('2027-06-30')
  }

  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Due 30 June 2027')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '31 December 2026' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Lead' })).toBeVisible()
  await first.context.close()
})

test('of two who report at once, the second sees the first report and keeps their own words', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { page: address } = await givenAssignment(context)
  const first = await colleague(browser)
  const form = (desk: Page) => formCalled(desk, 'Report progress for UNODC')
  for (const desk of [page, first.page]) {
    await desk.goto(address)
    await rowOf(desk, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
    await expect(form(desk).getByText('on behalf of UNODC')).toBeVisible()
  }

  await form(first.page).getByRole('radio', { name: 'In progress' }).check()
  await form(first.page).getByLabel('What was done').fill('Twelve investigators were trained.')
  await form(first.page).getByRole('button', { name: 'Report progress' }).click()
  await expect(rowOf(first.page, 'UNODC')).toContainText('In progress')

  await form(page).getByLabel('What was done').fill('All investigators were trained.')
  await form(page).getByRole('radio', { name: 'Implemented', exact: true }).check()
  await form(page).getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByText(late).first()).toBeVisible()
  await expect(otherChanges(page, first.name).first()).toContainText('reported progress')
  await expect(page.getByText('Twelve investigators were trained.').first()).toBeVisible()
  await expect(form(page).getByLabel('What was done')).toHaveValue('All investigators were trained.')
  await expect(form(page).getByRole('radio', { name: 'Implemented', exact: true })).toBeChecked()
  await expectAccessible(page)

  await form(page).getByRole('button', { name: 'Report progress' }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('Reported as implemented')
  await openHistory(page)
  for (const words of ['Twelve investigators', 'All investigators']) {
    await expect(page.getByText(words).last()).toBeVisible()
  }
  await first.context.close()
})

test('a report that comes after its assignment was closed is refused with its words, from either page @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  for (const place of ['assignment', 'page'] as const) {
    const given = await givenAssignment(context)
    await page.goto(given[place])
    await page.getByRole('button', { name: 'Report progress' }).first().click()
    const form = formCalled(page, 'Report progress for UNODC')
    await form.getByRole('radio', { name: 'In progress' }).check()
    await form.getByLabel('What was done').fill('Twelve investigators were trained.')
    await made(context, `/assignments/${given.id}/close`, {
      closure: 'superseded',
      reason: 'A later report asks for more.',
    })

    await form.getByRole('button', { name: 'Report progress' }).click()
    await expect(form.getByRole('alert')).toContainText('This assignment is closed.')
    await expect(form.getByLabel('What was done')).toHaveValue('Twelve investigators were trained.')
    page.once('dialog', (leaving) => leaving.accept())
  }
})

test('an assignment that someone else closed first is not closed again, and the reason stays', async ({
  page,
  context,
}) => {
  await login(context)
  const { assignment, id } = await givenAssignment(context)
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Close the assignment', exact: true }).click()
  await page.getByLabel('Reason').selectOption('not_accepted')
  await page.getByLabel('Explanation').fill('The ministry declined.')
  await made(context, `/assignments/${id}/close`, { closure: 'superseded', reason: 'A later report asks for more.' })

  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Explanation')).toHaveValue('The ministry declined.')
})

test('a form that its page no longer offers comes back with what was typed', async ({ page, context }) => {
  await login(context)
  const alert = page.getByRole('main').getByRole('alert').first()
  const { code } = await givenRecommendation(context)
  await page.goto(`/documents/${code}?edit=details`)
  await page.getByLabel('Symbol').fill('A/CONF.213/18')
  await made(context, `/documents/${code}/archive`, {})
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert).toContainText('is archived')
  await expect(page.getByLabel('Symbol')).toHaveValue('A/CONF.213/18')

  const given = await givenAssignment(context)
  await page.goto(`/documents/${given.code}?edit=add&words=1-35-74`)
  await page.getByLabel('Title').fill('Share what is learned')
  await made(context, `/documents/${given.code}/archive`, {})
  await page.getByRole('button', { name: 'Add the recommendation' }).click()
  await expect(alert).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Share what is learned')
})
