import { expectAccessible } from './support/accessible'
import { colleague } from './support/colleague'
import { freshCode, paragraph, untilRead } from './support/import'
import { login } from './support/login'
import { expect, type Locator, type Page, test } from './support/test'
import { untilKeysWork } from './support/themed'

/** A report with two sentences that ask for something, and a page number. */
const report = (code: string) =>
  [
    ...['Report of a trial', `Reference ${code}`, ''],
    ...['Conclusions and recommendations', ''],
    ...['1. The Meeting took place in Vienna. States should train judges in cooperation.', ''],
    ...['2. The Secretariat was thanked for its work.', '', 'Page 2', ''],
    '3. UNODC should publish a guide by the end of 2027.',
  ].join('\n')

/** Sends the report as a file, and waits until it is read. */
async function send(page: Page, code: string) {
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Import a document' }).click()
  const file = { name: `${code}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(code)) }
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  return untilRead(page)
}

/** Presses Enter on a link, a button or a field. */
async function press(target: Locator) {
  await target.focus()
  await target.press('Enter')
}

test('a report becomes a register by keyboard @js', async ({ page, context }) => {
  await login(context)
  const code = freshCode()
  const address = await send(page, code)
  await expectAccessible(page)

  const judges = paragraph(page, 'States should train judges')
  await untilKeysWork(page)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(judges.getByRole('button', { name: 'Undo' })).toBeVisible()
  await press(judges.getByRole('button', { name: 'Undo' }))
  await press(judges.getByRole('button', { name: 'Accept Train judges' }))
  await expect(judges.getByRole('button', { name: 'Undo' })).toBeVisible()

  const guide = paragraph(page, 'UNODC should publish')
  await press(guide.getByRole('link', { name: 'Edit' }).last())
  await expect(guide.getByLabel('Title', { exact: true })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Publish a guide')
  await guide.getByLabel('Words').first().fill('UNODC should publish a guide')
  await press(guide.getByRole('button', { name: 'Save and accept' }))
  await expect(guide.getByText('Saved.')).toBeVisible()
  await expect(guide.locator('[tabindex="-1"]').first()).toBeFocused()
  await expect(guide.locator('mark[data-decision=accepted]')).toHaveText('UNODC should publish a guide')

  const thanks = paragraph(page, 'was thanked')
  await press(thanks.getByRole('link', { name: 'Add a recommendation' }))
  await thanks.locator('textarea[name=words]').fill('The Secretariat was')
  await expectAccessible(page)
  await press(thanks.getByRole('button', { name: 'Add', exact: true }))
  await expect(thanks.getByText('Added and accepted.')).toBeVisible()

  await press(page.getByRole('link', { name: 'See what was removed' }))
  await expect(page.getByRole('table')).toContainText('Page 2')
  await expectAccessible(page)
  await publish(page, address, code)
  await page.goto(address)
  await expectAccessible(page)
  await press(page.getByText('Withdraw this import…'))
  await press(page.getByRole('button', { name: 'Withdraw', exact: true }))
  await expect(page.getByText('None of its recommendations is in the register.')).toBeVisible()
})

/** Fills in the details of an import, checks and publishes it by keyboard. */
async function publish(page: Page, address: string, code: string) {
  await page.goto(`${address}?step=details`)
  await expectAccessible(page)
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(code)
  await page.getByLabel('Code').fill(code)
  await press(page.getByLabel('Code'))
  await expect(page.getByRole('heading', { name: '3 recommendations' })).toBeVisible()
  await expectAccessible(page)
  await press(page.getByRole('button', { name: 'Publish' }))
  await expect(page).toHaveURL(new RegExp(`/documents/${code}`))
  await expect(page.getByText('Publish a guide')).toBeVisible()
}

test('two people review one import: the second sees what the first did, and keeps what they typed @js', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const address = await send(page, freshCode())
  const first = await colleague(browser)
  await first.page.goto(address)
  await paragraph(page, 'UNODC should publish').getByRole('link', { name: 'Edit' }).last().click()
  await page.getByLabel('Title', { exact: true }).fill('Publish a guide for all')

  const theirs = paragraph(first.page, 'UNODC should publish')
  await theirs.getByRole('button', { name: 'Reject' }).last().click()
  await expect(theirs.getByRole('button', { name: 'Undo' })).toBeVisible()

  await page.getByRole('button', { name: 'Save and accept' }).click()
  await expect(page.getByText('Someone else has decided on this candidate').first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `Rejected by ${first.name}` })).toBeVisible()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Publish a guide for all')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save and accept' }).click()
  await expect(paragraph(page, 'UNODC should publish').locator('b')).toHaveText('Publish a guide for all')
  await first.context.close()
})

test('a report becomes a register without script @no-js', async ({ page, context }) => {
  await login(context)
  const code = freshCode()
  const address = await send(page, code)
  await page.goto(`${address}?show=suggested`)
  await paragraph(page, 'States should train judges').getByRole('button', { name: 'Accept Train judges' }).click()
  await expect(paragraph(page, 'States should train judges').getByText('Accepted.')).toBeVisible()
  await page.goto(address)
  await paragraph(page, 'UNODC should publish').getByRole('link', { name: 'Edit' }).last().click()
  await page.getByLabel('Organization or group').first().fill(`Office ${code}`)
  await page.getByRole('button', { name: 'Save and accept' }).click()
  await expect(page.getByText(`There is no organization called “Office ${code}”.`).first()).toBeVisible()
  await page.getByLabel('Create organizations that do not exist yet.').check()
  await page.getByRole('button', { name: 'Save and accept' }).click()
  await expect(page.getByText(`Office ${code}`).first()).toBeVisible()
  await paragraph(page, 'UNODC should publish').getByRole('button', { name: /^Undo/ }).click()
  await paragraph(page, 'UNODC should publish').getByRole('button', { name: 'Reject' }).click()
  await expect(paragraph(page, 'UNODC should publish').getByText('Rejected.')).toBeVisible()

  await page.goto(address)
  await paragraph(page, 'was thanked').getByRole('link', { name: 'Add a recommendation' }).click()
  await page.locator('textarea[name=words]').fill('The Secretariat was')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Added and accepted.')).toBeVisible()
  await page.getByRole('link', { name: 'Next: details' }).click()
  await page.getByRole('button', { name: 'Next: check before publishing' }).click()
  await expect(page.getByText('code', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Next: check before publishing' }).click()
  await expect(page.getByRole('heading', { name: '2 recommendations' })).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(new RegExp(`/documents/${code}`))
})
