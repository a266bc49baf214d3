import { givenAssignment } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { expect, test } from './support/test'

test('an organization does not accept, a coordinator asks again, and the organization accepts @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { assignment } = await givenAssignment(context)
  await newcomer(context, { organizations: ['unodc'] })
  await page.goto(assignment)
  await page.getByRole('button', { name: 'State the position' }).click()
  await page.getByRole('radio', { name: 'Not accepted' }).check()
  await page.getByLabel('Date of the answer').fill('2026-01-20')
  await page.getByRole('button', { name: 'Save the position' }).click()
  await expect(page.getByText('Say why the organization does not accept').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Not accepted' })).toBeChecked()
  await expect(page.getByLabel('Date of the answer')).toHaveValue('2026-01-20')
  await page.getByLabel('Reason').fill('The constitution does not allow it.')
  await page.getByRole('button', { name: 'Save the position' }).click()
  await expect(page.getByText('The position is saved.')).toBeVisible()
  await expect(page.locator('#next')).toContainText('The constitution does not allow it.')
  await expect(page.getByRole('button', { name: 'Ask again' })).toHaveCount(0)

  await context.clearCookies()
  await login(context)
  await page.goto('/my-work?kind=not_accepted')
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href^="${assignment}"]`) })
  await expect(row.filter({ hasText: 'The constitution does not allow it.' })).toHaveCount(1)
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Ask again' }).click()
  await page.getByLabel('What the organization should consider').fill('The constitution was changed.')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.locator('#reports')).toContainText('asked again on')

  await newcomer(context, { organizations: ['unodc'] })
  await page.goto(assignment)
  await page.getByRole('button', { name: 'State the position' }).click()
  await page.getByRole('radio', { name: 'Accepted', exact: true }).check()
  await page.getByRole('button', { name: 'Save the position' }).click()
  await expect(page.locator('#reports').getByRole('listitem')).toContainText([
    'Accepted',
    'The constitution was changed.',
    'The constitution does not allow it.',
  ])
})
