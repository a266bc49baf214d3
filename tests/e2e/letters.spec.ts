import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { formCalled } from './support/parts'
import { expect, test } from './support/test'

test('what a coordinator enters from a letter says so, and leads to the letter', async ({ page, context }) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context)
  await made(context, `/assignments/${id}/evidence`, { url: 'https://example.org/letter', title: 'Letter of UNODC' })
  await page.goto(`${assignment}?form=position#next`)
  const form = formCalled(page, 'Position of UNODC')
  await form.getByText('Accepted', { exact: true }).click()
  await form.getByLabel('Date of the letter').fill('2026-05-03')
  await form.getByLabel('The letter', { exact: true }).selectOption('Letter of UNODC')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save the position' }).click()

  await expect(page.getByText('The position is saved.')).toBeVisible()
  await expect(page.locator('#reports').getByText('By letter of 3 May 2026')).toBeVisible()
  await expect(page.locator('#reports').getByRole('link', { name: 'Letter of UNODC' })).toBeVisible()
  await expectAccessible(page)
})
