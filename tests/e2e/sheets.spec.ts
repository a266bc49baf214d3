import { textRows, xlsxOf } from '../support/formats/xlsx'
import { expectAccessible } from './support/accessible'
import { freshCode } from './support/import'
import { login } from './support/login'
import { expect, type Page, test } from './support/test'

/** Reloads the page until the work on a spreadsheet is done, as it does by itself. */
async function untilShown(page: Page, text: string | RegExp) {
  await expect(async () => {
    await page.goto(page.url())
    await expect(page.getByText(text)).toBeVisible()
  }).toPass()
}

test('a workbook that names no document becomes a register, and what it added is marked @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const symbol = freshCode()
  const data = textRows([
    ['Recommendation', 'Responsible', 'Deadline', 'Status'],
    [`States should train judges in ${symbol}.`, `Agency ${symbol}`, '30/06/2031', 'Ongoing'],
    [`States should meet in ${symbol}.`, `Agency ${symbol}`, '31/02/2031', ''],
  ])
  const buffer = xlsxOf([
    { name: 'Notes', data: textRows([['Ask the secretariat'], ['about this file.']]) },
    { name: 'Follow-up', data },
  ])
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Import a spreadsheet' }).click()
  await expectAccessible(page)
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: `${symbol}.xlsx`, mimeType: '', buffer })
  await page.getByRole('button', { name: 'Read the file' }).click()

  await untilShown(page, 'To be reviewed')
  await page.getByLabel('Rows of the worksheet').selectOption('Follow-up')
  await page.getByRole('button', { name: 'Read this worksheet' }).click()
  await untilShown(page, /The rows do not name the document/)
  await expectAccessible(page)
  await page.getByLabel('Symbol of the document').fill(symbol)
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await untilShown(page, '2 rows read: 1 can be imported, 1 cannot.')
  await expect(page.getByText('31/02/2031').first()).toBeVisible()
  await page.getByLabel(`Agency ${symbol} is the same as`).fill(`Nobody ${symbol}`)
  await page.getByRole('button', { name: 'Check the rows with these names' }).click()
  await expect(page.getByText(`There is no organization called “Nobody ${symbol}”`).first()).toBeVisible()
  await page.getByLabel(`Agency ${symbol} is the same as`).fill('')
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await untilShown(page, '1 row has added something to the register.')
  await expectAccessible(page)

  await page.getByRole('link', { name: symbol, exact: true }).click()
  await expect(page.getByRole('main')).toContainText(`States should train judges in ${symbol}.`)
  await page.goto(`/recommendations?document=${symbol}&view=assignments`)
  await page.locator('a[href^="/assignments/"]').first().click()
  await expect(page.getByText('From row 2 of a spreadsheet')).toBeVisible()
})
