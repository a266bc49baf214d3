import { ageAssignment } from '../support/browser-instance'
import { expectAccessible } from './support/accessible'
import { colleague } from './support/colleague'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { form, openForm, saved, text } from './support/report-form'
import { expect, type Page, test } from './support/test'

test('what is typed is saved by itself, and a colleague completes and submits it @js', async ({
  page,
  context,
  browser,
}) => {
  const { assignment, address } = await openForm(page, context)
  await text(page).fill('The law is in')
  await expect(saved(page)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/')

  const second = await colleague(browser)
  await second.page.goto(assignment)
  await expect(second.page.getByText('The law is in')).toBeVisible()
  await expect(second.page.getByRole('button', { name: 'Report progress' })).toHaveCount(0)
  await second.page.getByRole('button', { name: 'Continue the draft' }).click()
  await expect(text(second.page)).toHaveValue('The law is in')
  await form(second.page).getByText('In progress', { exact: true }).click()
  await text(second.page).fill('The law is in force.')
  await form(second.page).getByRole('button', { name: 'Report progress' }).click()
  await expect(second.page.getByText('Report sent.')).toBeVisible()
  await expect(second.page.getByText(/Drafted by /)).toBeVisible()
  await expect(second.page.getByText(/^Report no change since /)).toHaveCount(0)

  await page.goto(address)
  await expect(text(page)).toHaveValue('')
  await second.context.close()
})

test('one button reports that nothing has changed since an earlier day, after a confirmation', async ({
  page,
  context,
  baseURL,
}) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context)
  const narrative = 'The first course was held.'
  await made(context, `/assignments/${id}/reports`, { progress: 'in_progress', narrative })
  await page.goto(assignment)
  await expect(page.getByText('Report no change since')).toHaveCount(0)

  await ageAssignment(baseURL ?? '', id)
  await page.goto(assignment)
  await page.getByText('Report no change since').click()
  await expect(page.getByText('The progress stays “In progress”.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Report no change' }).click()

  await expect(page.getByText('Reported that nothing has changed.')).toBeVisible()
  await expect(page.locator('#reports')).toContainText('No change since')
  await expect(page.locator('#reports')).toContainText(narrative)
  await expect(page.getByText('Report no change since')).toHaveCount(0)
})

test('of two who write at once, each sees both texts, and nobody is overwritten unseen', async ({
  page,
  context,
  browser,
}) => {
  const { address } = await openForm(page, context)
  const second = await colleague(browser)
  await second.page.goto(address)
  const save = (desk: Page) => form(desk).getByRole('button', { name: 'Save draft' }).click()

  await text(page).fill('Three courses.')
  await save(page)
  await expect(page.getByText(/Draft saved at|The draft is saved\./).first()).toBeVisible()
  await text(second.page).fill('Four courses.')
  await save(second.page)

  await expect(second.page.getByText('Three courses.')).toBeVisible()
  await expect(second.page.getByText('Not saved: this draft has changed').first()).toBeVisible()
  await expect(text(second.page)).toHaveValue('Four courses.')
  await expectAccessible(second.page)
  await save(second.page)
  await expect(second.page.getByText('Three courses.')).toBeHidden()
  await page.goto('/')
  await page.goto(address)
  await expect(text(page)).toHaveValue('Four courses.')

  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(text(page)).toHaveCount(0)
  await page.getByText('Discard the draft…').click()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(page.getByText('The draft was discarded.')).toBeVisible()
  await second.context.close()
})
