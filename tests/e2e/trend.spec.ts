import { expectAccessible } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test('a page shows how its assignments got on, and each day leads to its list', async ({ page, context }) => {
  await login(context)
  const { code } = await givenAssignment(context, { dueOn: '2020-01-31' })
  await page.goto(`/documents/${code}`)
  const trend = page.locator('#trend')
  await expect(trend).toContainText('0 of 1 assignment implemented or verified, 1 overdue.')

  await trend.getByRole('link', { name: 'Three months' }).click()
  await expect(page).toHaveURL(/period=quarter/)
  await trend.getByRole('link', { name: 'Show as a table' }).click()
  await expect(page).toHaveURL(/period=quarter&table=trend/)
  await expectAccessible(page)
  const rows = trend.getByRole('row')
  await expect(rows).toHaveCount(3)
  // The day before the first assignment has nothing to lead to.
  await expect(rows.last().getByRole('link')).toHaveCount(0)
  await expect(trend.getByRole('link', { name: 'Hide the table' })).toBeVisible()
  await rows.nth(1).getByRole('link').last().click()
  await expect(page).toHaveURL(new RegExp(`due=overdue.*document=${code}|document=${code}.*due=overdue`))
  await expect(page.getByRole('heading', { name: 'Assignments', exact: true })).toBeVisible()
})
