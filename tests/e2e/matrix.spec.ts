import { expectAccessible } from './support/accessible'
import { made } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'
import { givenThemed, only, untilKeysWork } from './support/themed'

test.beforeEach(({ context }) => login(context))

test('the same is seen as assignments and as a matrix @js', async ({ page }) => {
  const { theme, owed } = await givenThemed(page)
  await page.goto(only(theme))

  await page.getByRole('link', { name: 'Assignments', exact: true }).click()
  await expect(page.getByText('1 assignment', { exact: true })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'UNODC' })).toContainText('31 January 2020')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Matrix' }).click()
  await expect(page.getByRole('columnheader', { name: 'UNODC' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Not assigned to any organization.' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /Not started .* overdue/ }).click()
  await expect(page).toHaveURL(/\/assignments\//)
  await expect(page.getByRole('link', { name: owed.key.replace(/-1\.1$/, ' 1.1') })).toBeVisible()
})

test('the matrix keeps its headings in sight while it scrolls, filters by document, and has words on paper @js', async ({
  page,
}) => {
  const { owed } = await givenThemed(page)
  await page.setViewportSize({ width: 320, height: 480 })
  await page.goto(`/recommendations?view=matrix&document=${owed.code}`)
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(owed.code)
  const matrix = page.getByRole('region', { name: 'Recommendations by organizations' })
  await matrix.evaluate((sheet) => {
    sheet.scrollIntoView()
    sheet.scrollTo({ left: 1000, top: 1000, behavior: 'instant' })
  })
  await expect(matrix.getByRole('rowheader').first()).toBeInViewport()
  await expect(matrix.getByRole('columnheader', { name: 'UNODC' })).toBeInViewport()

  await page.emulateMedia({ media: 'print' })
  await expect(matrix).toBeHidden()
  await expect(page.getByRole('cell', { name: /^Not started, .* overdue$/ })).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('html')).toHaveAttribute('style', /--printed: "\. Printed \d+ \w+ \d{4}/)
})

test('keys go along the matrix too @js', async ({ page }) => {
  const { theme } = await givenThemed(page)
  await page.goto(only(theme, '&view=matrix'))
  await untilKeysWork(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.getByRole('rowheader').nth(1).getByRole('link')).toBeFocused()

  const cell = page.getByRole('link', { name: /Not started .* overdue/ })
  const row = page.getByRole('row').filter({ has: cell })
  await cell.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(row.getByRole('rowheader').getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cell).toBeFocused()
})

test('many organizations are narrow columns; keys find the cells among them, and blocks of columns are printed @js', async ({
  page,
  context,
}) => {
  const { theme, owed, open } = await givenThemed(page)
  const names = Array.from({ length: 24 }, (_, place) => `Agency ${place + 10} of ${open.code}`)
  for (const name of names) {
    const { slug: organization } = await made(context, '/organizations', { name })
    await made(context, `/recommendations/${owed.key}/assignments`, { organization })
    if (name === names[20]) await made(context, `/recommendations/${open.key}/assignments`, { organization })
  }
  await page.goto(only(theme, '&view=matrix'))
  await expect(page.getByRole('columnheader', { name: names.at(-1) ?? '' })).toBeAttached()
  await expectAccessible(page)

  const matrix = page.getByRole('region', { name: 'Recommendations by organizations' })
  const row = (key: string) => matrix.getByRole('row').filter({ hasText: key.replace(/-1\.1$/, ' 1.1') })
  const alone = row(open.key).getByRole('link', { name: 'Not started' })
  expect((await alone.boundingBox())?.width).toBeLessThan(40)
  await untilKeysWork(page)
  await alone.focus()
  // The organization with the most assignments has the first column.
  await page.keyboard.press('ArrowUp')
  const owing = row(owed.key).getByRole('cell').getByRole('link')
  await expect(owing.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(owing.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(row(open.key).getByRole('rowheader').getByRole('link')).toBeFocused()

  await page.emulateMedia({ media: 'print' })
  await expect(alone).toBeHidden()
  const blocks = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Agency' }) })
  await expect(blocks).toHaveCount(2)
  for (const block of await blocks.all()) {
    const { width, paper } = await block.evaluate((table) => ({ width: table.scrollWidth, paper: table.clientWidth }))
    expect(width).toBeLessThanOrEqual(paper + 1)
  }
})
