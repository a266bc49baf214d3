import { readFileSync } from 'node:fs'
import { administrator } from '../support/administrator'
import { expectAccessible } from './support/accessible'
import { login } from './support/login'
import { expect, test } from './support/test'
import { givenThemed, list, only, untilKeysWork } from './support/themed'

test.beforeEach(({ context }) => login(context))

test('words narrow the list, hits are marked, and the address is one to pass on @layout', async ({ page }) => {
  await page.goto('/recommendations')
  await expectAccessible(page)

  await page.getByLabel('Contains').fill('key partners')
  await page.getByRole('button', { name: 'Apply' }).click()

  await expect(page).toHaveURL(/\/recommendations\?q=key\+partners$/)
  const row = list(page).getByRole('listitem').filter({ hasText: '17.3' })
  await expect(row.locator('mark').first()).toHaveText('key')
  await expectAccessible(page)

  await page.getByRole('link', { name: '“key partners”: remove this filter' }).click()
  await expect(page).toHaveURL(/\/recommendations$/)
})

test('each filter is counted, a chip takes it off, and groups have headings @js', async ({ page }) => {
  const { theme, owed } = await givenThemed(page)
  await page.goto(only(theme))
  await expect(page.getByText('2 recommendations')).toBeVisible()
  await expect(list(page).getByRole('link', { name: `${owed.code} 1.1 Train investigators` })).toBeVisible()
  await expect(list(page).getByText('0 of 1 implemented')).toBeVisible()

  await page.getByRole('checkbox', { name: 'Unassigned' }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('1 recommendation', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Unassigned: remove this filter' }).click()
  await expect(page.getByText('2 recommendations')).toBeVisible()

  await page.getByLabel('Group by').selectOption('Status')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Not started 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Unassigned 1' })).toBeVisible()
  await expectAccessible(page)
})

test('where nothing is found it is said which filter to loosen, and what that gives @js', async ({ page }) => {
  const { theme } = await givenThemed(page)
  await page.goto(only(theme, '&status=verified'))

  await expect(page.getByText(`No recommendations match Verified, ${theme}`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Remove Verified' }).click()
  await expect(page.getByText('2 recommendations')).toBeVisible()
})

test('the search finds organizations and people too, beside recommendations and where there are none @no-js', async ({
  page,
}) => {
  const found = (kind: string) => page.getByRole('list', { name: kind, exact: true })
  await page.goto('/recommendations?q=UNODC')
  await expect(list(page).getByRole('listitem').first()).toBeVisible()
  await expect(found('Organizations').getByRole('link', { name: 'UNODC', exact: true })).toBeVisible()

  await page.goto(`/recommendations?q=${administrator.email}`)
  await expect(page.getByText('No recommendations match')).toBeVisible()
  await expect(found('People').getByRole('link')).toHaveCount(1)
})

test('what an address asks in vain is left out, and said @no-js', async ({ page }) => {
  await page.goto('/recommendations?status=finished&organization=nobody-at-all&after=somewhere')

  await expect(page.getByText('There is no such status.')).toBeVisible()
  await expect(page.getByText('There is no organization called “nobody-at-all”.')).toBeVisible()
  await expect(page.getByText('This is the first page')).toBeVisible()
  await expect(list(page).getByRole('listitem').first()).toBeVisible()
})

test('several are changed at once, and of each it is said what came of it @layout', async ({
  page,
  javaScriptEnabled,
}) => {
  const { theme, owed, open } = await givenThemed(page)
  await page.goto(only(theme))
  await page.getByText('Bulk edit').click()
  await page.getByRole('link', { name: 'Select all on this page' }).click()
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(2)

  await page.getByLabel('Organization or group', { exact: true }).fill('UNODC')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()

  await expect(page.getByText('1 of 2 recommendations changed.')).toBeInViewport()
  await expect(page.getByRole('listitem').filter({ hasText: `${owed.key} already assigned to UNODC` })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `${open.key} assigned to UNODC` })).toBeVisible()
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(2)
  await expectAccessible(page)

  if (!javaScriptEnabled) return
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Close the recommendations' })).toBeHidden()
})

test('bulk editing opens where one is on a phone, and asks about a past date at its field @js', async ({
  page,
  javaScriptEnabled,
}) => {
  const { theme } = await givenThemed(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/recommendations')
  await page.getByText('Bulk edit').click()
  await expect(page.getByLabel('Organization or group', { exact: true })).toBeInViewport()

  await page.goto(only(theme, '&choose=all'))
  await page.getByLabel('New due date').fill('2020-02-28')
  await page.getByRole('button', { name: 'Set the date' }).click()
  const box = page.getByRole('checkbox', { name: 'This date is in the past. Set it anyway.' })
  await expect(box).toHaveCount(1)
  if (javaScriptEnabled) {
    await expect(box).toBeFocused()
    await expect(box).toBeInViewport()
  }
  await box.check()
  await page.getByLabel('Reason, if a date is moved').fill('The session was put off.')
  await page.getByRole('button', { name: 'Set the date' }).click()
  await expect(page.getByText('due 28 February 2020')).toBeVisible()
})

test('a search that is too long stays in its box, and one bad value leaves the good one beside it @js', async ({
  page,
}) => {
  const long = 'training '.repeat(30).trim()
  await page.goto('/recommendations')
  await page.getByRole('main').getByLabel('Contains').fill(long)
  await page.getByRole('button', { name: 'Apply' }).click()
  const box = page.getByRole('main').getByLabel('Contains')
  await expect(box).toHaveValue(long)
  await expect(box).toHaveAccessibleDescription('Use at most 200 characters.')

  await page.goto('/recommendations?status=closed&status=finished')
  await expect(page.getByText('There is no such status.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Closed' })).toBeChecked()
})

test('nothing ticked is said, and what was typed is kept @js', async ({ page }) => {
  await page.goto('/recommendations')
  await page.getByText('Bulk edit').click()
  await page.getByLabel('Theme', { exact: true }).last().fill('Cybercrime')
  await page.getByRole('button', { name: 'Add the theme' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'Select at least one recommendation.' })).toBeInViewport()
  await expect(page.getByRole('textbox', { name: 'Theme' })).toHaveValue('Cybercrime')
})

test('what is shown can be saved as a sheet @js', async ({ page }) => {
  const { theme, owed, open } = await givenThemed(page)
  await page.goto(only(theme))

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])

  expect(download.suggestedFilename()).toMatch(/^recommendations-as-of-[\d-]{10}-event-\d+-[0-9a-f]{8}\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFFKey,Document,')).toBe(true)
  const [, ...rows] = text.trim().split('\r\n')
  expect(rows.map((row) => row.split(',')[0]).sort()).toEqual([owed.key, open.key].sort())
})

test('a slash leads to the search, a question mark to the keys, and keys along the list @js', async ({ page }) => {
  await page.goto('/recommendations')
  await untilKeysWork(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('region', { name: 'Keyboard' })).toContainText('Next in the list')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(list(page).getByRole('checkbox').nth(1)).toBeChecked()
  await expect(page.getByText('1 selected')).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(list(page).getByRole('link').first()).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('action plan')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=action\+plan$/)
})
