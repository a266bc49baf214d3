import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { openHistory, rowOf } from './support/parts'
import { expect, type Locator, type Page, test } from './support/test'

const formWith = (page: Page, field: Locator) => page.locator('form').filter({ has: field })

test('the members of a group are one row that opens', async ({ page, context, javaScriptEnabled }) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const names = ['North', 'South', 'West'].map((name) => `${name} ${randomUUID()}`)
  await made(context, '/groups/networks/members', { names })

  await page.goto(address)
  await page.getByLabel('Organization').fill('networks')
  await page.getByLabel('Due date').fill('2031-03-31')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const group = page.getByText(/^Networks \(\d+\)$/)
  await expect(group).toBeVisible()
  const count = Number((await group.textContent())?.match(/\d+/)?.[0])
  await expect(page.getByText(`due 31 March 2031: ${count} not started`)).toBeVisible()
  await expect(await openHistory(page)).toContainText(`assigned ${count} organizations, due 31 March 2031`)
  await expect(page.getByRole('rowheader')).toHaveCount(0)

  await page.getByRole('link', { name: `Show all ${count}` }).click()
  await expect(page.getByRole('rowheader')).toHaveCount(count)
  for (const name of names) await expect(page.getByRole('rowheader', { name })).toBeVisible()
  await expectAccessible(page)

  await rowOf(page, names[0] ?? '')
    .getByRole('button', { name: 'Report progress' })
    .click()
  await page.getByRole('radio', { name: 'In progress' }).check()
  await page.getByLabel('What was done').fill('We began.')
  if (javaScriptEnabled) {
    await page.getByRole('link', { name: 'Hide them' }).click()
    await expect(page.getByRole('rowheader')).toHaveCount(1)
    await expect(page.getByLabel('What was done')).toHaveValue('We began.')
  }
  await formWith(page, page.getByLabel('What was done')).getByRole('button', { name: 'Report progress' }).click()
  await expect(page.getByText(`1 in progress, ${count - 1} not started`)).toBeVisible()
})
