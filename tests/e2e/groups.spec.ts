import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { login } from './support/login'
import { expect, test } from './support/test'

const fresh = (what: string) => `${what} ${randomUUID().slice(0, 8)}`

test.beforeEach(({ context }) => login(context))

test('a group is filled by pasting, by picking and with all Member States, and members leave it', async ({ page }) => {
  const [group, agency] = [fresh('Group'), fresh('Agency')]
  await page.goto('/organizations')
  const open = page.getByRole('button', { name: 'Add a group' })
  const name = page.getByLabel('Name of the group')
  if (!(await name.isVisible())) await open.click()
  await name.fill(group)
  await page.getByRole('button', { name: 'Add a group' }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(group)
  await expect(page.getByText('Nobody belongs to this group yet')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Paste members' }).click()
  await page.getByLabel('Names').fill(agency)
  await page.getByRole('button', { name: 'Add to the group' }).click()
  await expect(page.getByText('1 member added, a new organization.')).toBeVisible()
  await expect(page.getByRole('link', { name: agency })).toBeVisible()

  await page.getByRole('button', { name: 'Pick members' }).click()
  await page.getByLabel('UNODC').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the selected' }).click()
  await expect(page.getByText('2 members.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add the 193 Member States' }).click()
  await page.getByRole('button', { name: 'Add the 193 Member States of the United Nations' }).click()
  await expect(page.getByText('195 members.')).toBeVisible()
  await expect(page.getByText('193 members added')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Viet Nam' })).toBeVisible()

  await page.getByLabel(agency).check()
  await page.getByRole('button', { name: 'Remove from the group' }).click()
  await expect(page.getByText('194 members.')).toBeVisible()
})
