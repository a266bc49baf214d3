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
  await trend.getByText('Show as a table').click()
  await expectAccessible(page)
  const days = trend.getByRole('row').getByRole('link')
  await expect(days).toHaveCount(2)
  await days.last().click()
  await expect(page).toHaveURL(new RegExp(`document=${code}&as-of=`))
  await expect(page.getByText('No assignments').first()).toBeVisible()
})
