import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { expect, type Page, test } from './support/test'

// States of pages that other tests reach only without script.

async function visit(page: Page, address: string, words: string | RegExp) {
  await page.goto(address)
  await expect(page.getByRole('main').getByText(words).first()).toBeVisible()
  await expectAccessible(page)
}

/** Sends the form of a page as it is, and expects that the page is accessible with what is wrong. */
async function sendIncomplete(page: Page, address: string, button: string) {
  await page.goto(address)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  await expectAccessible(page)
}

test('the forms of an assignment are accessible with what is wrong in them @js', async ({ page, context }) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context, { dueOn: '2099-06-30' })
  const link = { title: 'The gazette', url: 'https://example.org/gazette' }
  const evidence = await made(context, `/assignments/${id}/evidence`, link)
  await visit(page, `${assignment}?form=remind`, 'Note')
  await visit(page, `${assignment}?form=date`, 'Requested due date')
  await made(context, `/assignments/${id}/extensions`, { dueOn: '2099-12-31', reason: 'The law has to pass first.' })
  await sendIncomplete(page, `${assignment}?form=decide`, 'Save decision')
  await sendIncomplete(page, `${assignment}?form=close`, 'Close it')
  await sendIncomplete(page, `${assignment}?withdraw=${evidence.id}`, 'Withdraw')
  await sendIncomplete(page, `${assignment}?form=position`, 'Save the position')
  await visit(page, '/my-work?kind=decide', 'The law has to pass first.')
  await made(context, `/assignments/${id}/reports`, { progress: 'implemented', narrative: 'All were trained.' })
  await newcomer(context, { role: 'reviewer' })
  await sendIncomplete(page, `${assignment}?form=review`, 'Save decision')
  await visit(page, '/reviews', 'All were trained.')
})

test('what was not accepted, closed, removed, archived or not found is accessible @js', async ({ page, context }) => {
  await login(context)
  const { id, code, key, assignment, page: recommendation } = await givenAssignment(context)
  const refusal = { version: 1, position: 'not_accepted', reason: 'The constitution does not allow it.' }
  const refused = await context.request.put(`/api/v1/assignments/${id}/position`, { data: refusal })
  expect(refused.ok(), await refused.text()).toBe(true)
  await visit(page, assignment, refusal.reason)
  await visit(page, '/my-work?kind=not_accepted', refusal.reason)
  const closure = { closure: 'superseded', reason: 'A later report asks for more.' }
  await made(context, `/assignments/${id}/close`, closure)
  await visit(page, assignment, closure.reason)
  await made(context, `/recommendations/${key}/close`, closure)
  await visit(page, recommendation, closure.reason)

  const other = await givenAssignment(context)
  await made(context, `/recommendations/${other.key}/follow`, {})
  await visit(page, other.page, 'Stop following')
  await page.goto(`${other.assignment}?form=close`)
  await page.getByText('Remove…').click()
  await page.getByRole('button', { name: 'Remove this assignment' }).click()
  await expect(page.getByText('The assignment was removed.')).toBeVisible()
  await visit(page, other.assignment, 'This assignment was removed')

  await visit(page, `/documents/${code}?find=investigators`, 'Paragraphs with “investigators”')
  await visit(page, `/documents/${code}?edit=archive`, 'Archive')
  await made(context, `/documents/${code}/archive`, {})
  await visit(page, `/documents/${code}`, 'This document is archived')
  await visit(page, '/recommendations?kind=action&as-of=2999-01-01', 'This is after today')
})

test('an organization without work is accessible, and archived too @js', async ({ page, context }) => {
  await login(context)
  const { slug } = await made(context, '/organizations', { name: `Idle Agency ${randomUUID()}` })
  await visit(page, `/organizations/${slug}`, 'Nothing is assigned to it yet.')
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.locator('#keep').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('This organization is archived')).toBeVisible()
  await expectAccessible(page)
})
