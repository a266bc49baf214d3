import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenAssignment, givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { untilNotified } from './support/parts'
import { expect, test } from './support/test'

test('a focal point is notified of what is assigned, opens it, and marks it as read', async ({ page, context }) => {
  await login(context)
  const { slug = '' } = await made(context, '/organizations', { name: `Agency ${randomUUID()}` })
  const focal = await newcomer(context, { role: 'focal_point', organizations: [slug] })
  await page.goto('/notifications')
  await expect(page.getByText('You have no notifications')).toBeVisible()
  await expectAccessible(page)

  await context.clearCookies()
  await login(context)
  for (const dueOn of ['2099-01-31', '2099-02-28']) {
    const { key } = await givenRecommendation(context)
    await made(context, `/recommendations/${key}/assignments`, { organization: slug, dueOn })
  }
  await context.clearCookies()
  await login(context, focal)

  const bell = (unread: number) => page.getByRole('link', { name: `Notifications: ${unread} unread` })
  await untilNotified(page, 2)
  await page.goto('/')
  await bell(2).click()
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.first()).toContainText(/assigned this recommendation to Agency/)
  await expectAccessible(page)

  await rows.first().getByRole('button', { name: 'Mark as read' }).click()
  await expect(bell(1)).toBeVisible()
  await page.getByRole('link', { name: 'Unread', exact: true }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('You have read everything')).toBeVisible()

  await page.getByRole('link', { name: 'All', exact: true }).click()
  await rows.first().getByRole('link', { name: 'Train investigators' }).click()
  await expect(page.locator('#next')).toContainText('Report progress')
})

test('a coordinator reminds one organization from its assignment, and many from the list @no-js', async ({
  page,
  context,
}) => {
  await newcomer(context, { role: 'focal_point', organizations: ['unodc'] })
  await context.clearCookies()
  await login(context)
  const { code, assignment } = await givenAssignment(context, { dueOn: '2099-01-31' })
  const late = await context.newPage()
  await late.goto(`${assignment}?form=remind`)
  await late.getByLabel('Note').fill('And again.')
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Send a reminder' }).click()
  await page.getByLabel('Note').fill('The committee meets in May.')
  await page.getByRole('button', { name: 'Send the reminder' }).click()
  await expect(page.getByText(/Reminder sent to .+\. The history shows it\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send a reminder' })).toHaveCount(0)

  await late.getByRole('button', { name: 'Send the reminder' }).click()
  await expect(late.getByText('A reminder was already sent today.').first()).toBeVisible()
  await expect(late.getByLabel('Note')).toHaveValue('And again.')

  await page.goto(`/recommendations?document=${code}&choose=all`)
  await page.getByRole('button', { name: 'Remind those who act' }).click()
  await expect(page.getByText('reminded today already')).toBeVisible()
})
