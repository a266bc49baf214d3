import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { expect, test } from './support/test'

test('a reviewer returns a report, the organization reports again, and the reviewer accepts and reverses @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context, { dueOn: '2020-01-31' })
  const claim = { progress: 'implemented', narrative: 'The course is part of the basic training.' }
  await made(context, `/assignments/${id}/reports`, claim)
  await page.goto(assignment)
  await expect(page.getByText('because you reported on the assignment')).toBeVisible()

  const reviewer = await newcomer(context, { role: 'reviewer' })
  await page.goto('/')
  await page.getByRole('link', { name: /^Reviews/ }).click()
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="${assignment}"]`) })
  await expect(row).toContainText('The course is part of the basic training.')
  await row.getByRole('link', { name: 'Review', exact: true }).click()

  const form = page.locator('form').filter({ hasText: 'Review the report of UNODC' })
  await expect(form.getByText('The course is part of the basic training.')).toBeVisible()
  await form.getByRole('radio', { name: 'Return for more information' }).check()
  await form.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('Say what is missing.').first()).toBeVisible()
  await expect(form.getByRole('radio', { name: 'Return for more information' })).toBeChecked()
  await form.getByLabel('Note').fill('How many people took the course?')
  await form.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('The assignment is in progress again')).toBeVisible()
  await expect(page.locator('#next')).toContainText('How many people took the course?')
  await expect(page.locator('#reports')).toContainText(`Returned by ${reviewer.name}`)

  await context.clearCookies()
  await login(context)
  await page.goto(`${assignment}?form=report`)
  await expect(page.locator('#next')).toContainText('How many people took the course?')
  await made(context, `/assignments/${id}/reports`, { ...claim, narrative: 'The course had 41 participants.' })

  await context.clearCookies()
  await login(context, reviewer)
  await page.goto(`${assignment}?form=review`)
  await expect(page.locator('#next').getByText('How many people took the course?')).toBeVisible()
  await page.getByRole('radio', { name: 'Accept', exact: true }).check()
  await page.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('The implementation is verified.')).toBeVisible()
  await page.getByRole('button', { name: 'Reverse the verification' }).click()
  await page.getByLabel('Reason').fill('The course was taken out of the training.')
  await page.getByRole('button', { name: 'Reverse the verification' }).click()
  await expect(page.locator('#reports')).toContainText('The course was taken out of the training.')
  await expect(page.getByText('In progress').first()).toBeVisible()
})

test('a viewer reviews nothing, and is told so with the status of a refusal @no-js', async ({ page, context }) => {
  await newcomer(context, { role: 'viewer' })
  await page.goto('/')
  await expect(page.getByRole('link', { name: /^Reviews/ })).toHaveCount(0)
  for (const forbidden of ['/reviews', '/documents/import', '/settings/instance']) {
    const answer = await page.goto(forbidden)
    expect(answer?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'You do not have permission to do this' })).toBeVisible()
    await expect(page.locator('#menu').getByRole('link', { name: 'My work' })).toHaveCount(1)
  }
})
