import { randomUUID } from 'node:crypto'
import { administrator } from '../support/administrator'
import { expectAccessible } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { newcomer, password } from './support/newcomer'
import { home } from './support/parts'
import { type Browser, expect, type Page, test } from './support/test'

async function office(browser: Browser) {
  const context = await browser.newContext()
  await login(context)
  return context
}

test('somebody is invited by a link that is shown once, and comes in by it once', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  await page.goto('/people')
  const open = page.getByRole('button', { name: 'Invite a person' })
  if (await open.isVisible()) await open.click()
  const email = `${randomUUID()}@example.org`
  const name = `Oskar ${randomUUID()}`
  const main = page.getByRole('main')
  await main.locator('#invite-name').fill(name)
  await main.locator('#invite-email').fill(email)
  await main.getByLabel('Organization', { exact: true }).fill('Atlantis')
  await main.getByRole('button', { name: 'Create invitation', exact: true }).click()
  await expect(main.getByText('There is no organization called “Atlantis”').first()).toBeVisible()
  await expect(main.getByLabel('Email')).toHaveValue(email)
  await expectAccessible(page)

  await main.getByLabel('Organization', { exact: true }).fill('Council of Europe')
  await main.getByRole('button', { name: 'Create invitation', exact: true }).click()
  const link = await main.getByLabel('Link', { exact: true }).inputValue()
  await expectAccessible(page)
  // The list has fifty people on each page, and other tests invite many.
  await page.goto(`/people?q=${email}`)
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('invitation pending')
  await expect(page.getByLabel('Link', { exact: true })).toBeHidden()

  if (await open.isVisible()) await open.click()
  const confirm = main.getByLabel('Use this name although it is the same as another')
  await expect(confirm).toBeHidden()
  await main.locator('#invite-name').fill(name.replace('O', 'О'))
  await main.locator('#invite-email').fill(`${randomUUID()}@example.org`)
  await main.getByRole('button', { name: 'Create invitation', exact: true }).click()
  await expect(main.getByText('Someone else here has this name').first()).toBeVisible()
  await expectAccessible(page)
  await confirm.check()
  await main.getByRole('button', { name: 'Create invitation', exact: true }).click()
  await expect(main.getByLabel('Link', { exact: true })).toBeVisible()

  await comeIn(await (await browser.newContext()).newPage(), { link, name, email })
})

/** Accepts an invitation, whose link then no longer works. */
async function comeIn(theirs: Page, { link, name, email }: { link: string; name: string; email: string }) {
  await theirs.goto(link)
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByLabel('Password').fill(password)
  await theirs.getByRole('button', { name: 'Create account' }).click()
  await expect(theirs).toHaveURL(home)
  await theirs.goto(`/people?q=${email}`)
  await expect(theirs.getByRole('row').filter({ hasText: email })).toContainText('Council of Europe')

  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.context().close()
}

test('an administrator says where somebody belongs and what they are, and closes their account', async ({
  page,
  context,
  browser,
}) => {
  const { id, email } = await newcomer(context, { organizations: ['unodc'] })
  const desk = await (await office(browser)).newPage()
  await givenAssignment(desk.context(), { owner: email })
  await desk.goto(`/people/${id}`)
  const main = desk.getByRole('main')
  await main.getByLabel('UNODC').selectOption('alternate')
  await main.getByLabel('Add an organization').fill('Council of Europe')
  await main.locator('#organizations').getByRole('button', { name: 'Save' }).click()
  await expect(main.locator('dl').first()).toContainText('Council of Europe and UNODC (alternate)')
  await expectAccessible(desk)

  await main.getByLabel('Role', { exact: true }).selectOption('coordinator')
  await main.locator('#role').getByRole('button', { name: 'Save' }).click()
  await expect(main.locator('dl').first()).toContainText('Coordinator')
  await page.goto('/settings')
  await expect(page).toHaveURL(/sign-in/)

  await main.getByRole('button', { name: 'Create a link to set a new password' }).click()
  await page.goto(await main.getByLabel('Link', { exact: true }).inputValue())
  await expectAccessible(page)
  await page.getByLabel('Password').fill('nine blue kites')
  await page.getByRole('button', { name: 'Set new password' }).click()
  await expect(page).toHaveURL(home)

  const closing = main.getByRole('button', { name: 'Close the account' })
  if (await closing.isVisible()) await closing.click()
  await expect(main.locator('#access')).toContainText('owns 1 open assignment. It counts as without an owner until')
  await main.getByRole('button', { name: 'Close this account now' }).click()
  await expect(main.locator('dl').first()).toContainText('Closed')
  await expect(main.locator('#access')).toContainText('is closed. 1 open assignment counts as without an owner.')
  await expectAccessible(desk)

  const owned = main.locator('#owned')
  await expect(owned).toContainText('The account is closed. These assignments count as without an owner')
  await owned.getByRole('link', { name: 'See the assignments' }).click()
  await main.getByRole('link', { name: 'Name another owner for all that this person owns' }).click()
  await expect(desk).toHaveURL(new RegExp(`/people/${id}#owned$`))
  await owned.getByLabel('New owner').selectOption(administrator.email)
  await owned.getByLabel('Note').fill('The file is with the registry.')
  await owned.getByRole('button', { name: 'Name as owner of all' }).click()
  await expect(owned).toContainText('owns no open assignment')
  await expect(owned).toContainText('1 assignment was handed over to ')
  await page.goto('/settings')
  await expect(page).toHaveURL(/sign-in/)
  await desk.context().close()
})

test('several people are invited by pasting them; a line that is wrong stays, with its reason', async ({
  page,
  context,
}) => {
  await login(context)
  await page.goto('/people')
  const open = page.getByRole('button', { name: 'Invite several' })
  if (await open.isVisible()) await open.click()
  const email = `${randomUUID()}@example.org`
  await page
    .getByLabel('People, one on each line')
    .fill(`Name, Email, Organization\nAna ${email}, ${email}, UNODC\nBen at nowhere\nEve`)
  await page.getByRole('button', { name: 'Create invitations' }).click()
  await expect(
    page.getByText('1 person was invited. The line of column names was skipped: Name, Email, Organization.'),
  ).toBeVisible()
  const wrong = page.getByRole('main').getByRole('alert').getByRole('listitem')
  await expect(wrong).toHaveText([/^Line 1 \(Ben at nowhere\): /, /^Line 2 \(Eve\): Enter an email address\.$/])
  await expect(page.getByText(/Enter an email address\.$/)).toHaveCount(2)
  await expect(page.getByLabel('People, one on each line')).toHaveValue('Ben at nowhere\nEve')
  await expect(page.getByLabel(`Ana ${email}, ${email}`)).toHaveValue(/\/invite\//)
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('UNODC')
  await expectAccessible(page)

  const [other, agency] = [`${randomUUID()}@example.org`, `Agency ${randomUUID()}`]
  await page.getByLabel('People, one on each line').fill(`Eve ${other}; ${other}; ${agency}`)
  await page.getByRole('button', { name: 'Create invitations' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(`There is no organization called “${agency}”.`)
  await page.getByLabel('Create organizations that do not exist yet.').check()
  await page.getByRole('button', { name: 'Create invitations' }).click()
  await expect(page.getByLabel(`Eve ${other}, ${other}`)).toHaveValue(/\/invite\//)
  await expect(page.getByLabel(`Ana ${email}, ${email}`)).toHaveValue(/\/invite\//)
  await expect(page.getByRole('row').filter({ hasText: other })).toContainText(agency)
})
