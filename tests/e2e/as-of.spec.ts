import { expectAccessible } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test('a past day is chosen on a page, kept by its links, and left again', async ({ page, context }) => {
  await login(context)
  const { assignment } = await givenAssignment(context)

  await page.goto('/recommendations?kind=action')
  await page.getByText('Show an earlier day').click()
  const day = page.locator('form').filter({ has: page.getByLabel('Show the state at the end of') })
  await day.getByLabel('Show the state at the end of').fill('2020-12-31')
  await day.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/kind=action&as-of=2020-12-31$/)
  await expect(page.getByText('State at the end of 31 December 2020')).toBeVisible()
  await expect(page.getByText('There was nothing in it on this day.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Matrix' }).click()
  await expect(page).toHaveURL(/as-of=2020-12-31/)
  await page.goto(`${assignment}?as-of=2020-12-31`)
  await expect(page.getByText('This was not in the register at the end of that day')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(new RegExp(`${assignment}$`))
  await expect(page.locator('#next')).toBeVisible()
})

test('a day that cannot be shown is refused at its field, and no page shows the present state instead', async ({
  page,
  context,
}) => {
  await login(context)
  const key = 'SALVADOR-2010-17.2'
  await page.goto(`/recommendations/${key}?as-of=2020-02-30`)
  await expect(page.getByLabel('Show the state at the end of')).toHaveAccessibleDescription(/Enter the date/)
  await expect(page.locator('main')).not.toContainText(key)
  for (const path of ['/', '/recommendations?kind=action']) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}as-of=2999-01-01`)
    await expect(page.getByLabel('Show the state at the end of')).toHaveAccessibleDescription(/This is after today/)
    await expect(page.getByRole('heading')).toHaveText(['Show an earlier day'])
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(/\/recommendations\?kind=action$/)
})
