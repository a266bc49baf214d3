import { expectAccessible } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test('an administrator erases the text of a report by law, and the page says when and why @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { assignment } = await givenAssignment(context)
  await page.goto(assignment)
  await page.getByRole('button', { name: 'Report progress' }).click()
  await page.getByRole('radio', { name: 'In progress' }).check()
  await page.getByLabel('What was done').fill('Nadia Rahimi leads the unit.')
  await page.getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByText('Report sent.')).toBeVisible()

  await page.locator('#reports').getByRole('link', { name: 'Erase by law' }).click()
  await expect(page.getByText('Nadia Rahimi leads the unit.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Text of a report' })).toBeChecked()
  await page.getByLabel('Reason').fill('Court order 12/2027')
  await page.getByRole('button', { name: 'Erase permanently' }).click()
  await expect(page.getByText('Confirm that this cannot be undone.').first()).toBeVisible()
  await expect(page.getByLabel('Reason')).toHaveValue('Court order 12/2027')
  await page.getByRole('checkbox', { name: 'I know that this cannot be undone.' }).check()
  await page.getByRole('button', { name: 'Erase permanently' }).click()
  await expect(page.getByText('Erased.', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Text of a report\. .+ erased something of .+, as the law requires\.$/)).toBeVisible()
  await expect(page.getByText('Nadia Rahimi')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Erase permanently' })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Assignment of ')

  await page.getByRole('link', { name: 'Back to the assignment' }).click()
  await expect(page.locator('#reports')).toContainText(/Erased on .+ by .+: Court order 12\/2027/)
})

test('the histories of an assignment and of a recommendation lead to what can be erased, drafts included @js', async ({
  page,
  context,
}) => {
  await login(context)
  const { assignment, key } = await givenAssignment(context)
  await page.goto(`${assignment}?form=report#next`)
  await page.getByLabel('What was done').fill('Nadia Rahimi will lead.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText(/^Draft saved/)).toBeVisible()

  await page.goto(`${assignment}?history=open#history`)
  await page.locator('#history').getByRole('link', { name: 'Erase by law' }).click()
  const draft = page.getByRole('checkbox', { name: /^Draft of a report, saved on / })
  await expect(draft).not.toBeChecked()
  await expect(page.getByText('Nadia Rahimi will lead.')).toBeVisible()
  await expectAccessible(page)
  await draft.check()
  await page.getByLabel('Reason').fill('Court order 12/2027')
  await page.getByRole('checkbox', { name: 'I know that this cannot be undone.' }).check()
  await page.getByRole('button', { name: 'Erase permanently' }).click()
  await expect(page.getByText('Erased.', { exact: true })).toBeVisible()
  await expect(draft).toHaveCount(0)
  await expectAccessible(page)

  await page.goto(`/recommendations/${key}?kind=all#history`)
  await page.locator('#history').getByRole('link', { name: 'Erase by law' }).click()
  await expect(page.getByRole('link', { name: 'Back to the recommendation' })).toBeVisible()
})
