import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { formCalled, rowOf } from './support/parts'
import { type BrowserContext, expect, test } from './support/test'

/** An organization that owes two recommendations, one of them long since, and its focal point, who has just come in. */
async function newFocalPoint(context: BrowserContext) {
  await login(context)
  const organization = `Ministry ${randomUUID().slice(0, 8)}`
  const { slug = '' } = await made(context, '/organizations', { name: organization })
  const [late, later] = [await givenRecommendation(context), await givenRecommendation(context)]
  await made(context, `/recommendations/${late.key}/assignments`, {
    organization: slug,
    dueOn: '2020-01-31',
    confirmPast: true,
  })
  await made(context, `/recommendations/${late.key}/assignments`, { organization: 'unodc' })
  await made(context, `/recommendations/${later.key}/assignments`, { organization: slug })
  const person = await newcomer(context, { organizations: [slug] })
  return { organization, late, later, name: person.name, email: person.email }
}

test('a focal point’s whole way: comes in, sees what is on their organization, reports it, names its owner, writes among their own', async ({
  page,
  context,
}) => {
  const { organization, late, name, email } = await newFocalPoint(context)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${organization}: 2 assignments, 1 overdue`)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Report progress' }).first().click()
  await expect(page).toHaveURL(/\/assignments\/.*form=report/)
  const report = formCalled(page, `Report progress for ${organization}`)
  await expect(report.getByText('on behalf of')).toBeHidden()
  await expect(report.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectAccessible(page)
  await report.getByLabel('What was done').fill('We trained all of them.')
  await report.getByRole('radio', { name: 'Implemented', exact: true }).check()
  await report.getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByText('Report sent.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the recommendation' }).click()
  await expect(page).toHaveURL(new RegExp(`/recommendations/${late.key}`))
  const own = rowOf(page, organization)
  await expect(own).toContainText('Reported as implemented')
  await expect(own).toContainText('Not verified')
  await expect(page.getByRole('button', { name: 'Assign', exact: true })).toHaveCount(0)
  await expect(rowOf(page, 'UNODC').getByRole('button')).toHaveCount(0)

  await page.getByRole('link', { name: 'Add annotation' }).click()
  await page.getByLabel('Annotation').fill('The bill for it is open.')
  await page.getByLabel('Who can read it').selectOption({ label: 'My organization' })
  await page.getByRole('button', { name: 'Add annotation' }).click()
  await expect(page.locator('#annotations')).toContainText(`for ${organization}`)

  await page.getByRole('link', { name: 'My work', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 task')
  await expect(page.getByRole('main')).toContainText(`${organization}: 1 assignment still to be done`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Name an owner' }).click()
  const owner = formCalled(page, `Owner of the assignment of ${organization}`)
  await owner.getByLabel('Owner').selectOption(email)
  await owner.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('definition').filter({ hasText: name })).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${organization}: 2 assignments`)
  await page.getByRole('heading', { level: 1 }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/recommendations\?/)
  await expect(page.getByText('2 assignments').first()).toBeVisible()
  await expectAccessible(page)
})

test('who belongs to no organization is told whom to ask @js', async ({ page, context }) => {
  await newcomer(context, { role: 'viewer' })
  await page.goto('/')
  await expect(page.getByRole('main').getByText('ada').first()).toBeVisible()
  await expectAccessible(page)
})
