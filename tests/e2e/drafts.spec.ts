import { begin, draftAt, freshCode, pasted } from './support/drafts'
import { login } from './support/login'
import { expect, test } from './support/test'

test.beforeEach(({ context }) => login(context))

test('what was ticked stays ticked when one goes back to the text @no-js', async ({ page }) => {
  await begin(page, freshCode())
  await page.getByLabel('Report on what it did.').check()
  await page.getByRole('button', { name: 'Back to the text' }).click()

  await page.getByLabel('Paragraphs').fill(`16. There was agreement.\n\n${pasted}`)
  await page.getByRole('button', { name: 'Next' }).click()

  await expect(page.getByText('Found 5 paragraphs with 6 sentences.')).toBeVisible()
  await expect(page.getByLabel('Report on what it did.')).toBeChecked()
})

test('ticks and titles that nobody has saved are there again after a reload, and on the way back @js', async ({
  page,
}) => {
  await begin(page, freshCode())
  const sentence = (text: string) => page.getByLabel(text)
  const title = page.locator('input[name^="title-"]:visible')
  await sentence('States should develop long-term capacities.').check()
  await title.fill('Build capacities')
  page.once('dialog', (leaving) => leaving.accept())
  await page.reload()
  await expect(page.getByText('Your unsaved text from')).toBeVisible()
  await expect(sentence('States should develop long-term capacities.')).toBeChecked()
  await expect(sentence('Report on what it did.')).not.toBeChecked()
  await expect(title).toHaveValue('Build capacities')

  await page.getByRole('button', { name: 'Next: check' }).click()
  await expect(page.getByText('Nothing is published yet.')).toBeVisible()
  await page.goBack()
  await expect(sentence('States should develop long-term capacities.')).toBeChecked()
  await expect(title).toHaveValue('Build capacities')
  await sentence('Report on what it did.').check()
  await page.getByRole('button', { name: 'Next: check' }).click()
  await expect(page.getByRole('heading', { name: '2 recommendations' })).toBeVisible()
})

test('a document is not published unseen: what another window has saved since is shown first @no-js', async ({
  page,
  context,
}) => {
  const code = freshCode()
  await begin(page, code)
  await page.getByLabel('States should develop long-term capacities.').check()
  await page.getByRole('button', { name: 'Next: check' }).click()
  await expect(page.getByText('Nothing is published yet.')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url().replace('&step=check', ''))
  await other.getByLabel('Report on what it did.').check()
  await other.getByRole('button', { name: 'Save the draft' }).click()
  await expect(other.getByText('Only you see it')).toBeVisible()

  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You saved this draft again')
  await expect(page.getByRole('listitem').filter({ hasText: `${code}-18b.1` })).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published.')).toBeVisible()
})

test('what was typed for a draft that another window published is shown @no-js @layout', async ({ page, context }) => {
  await begin(page, freshCode())
  const sentence = 'States should develop long-term capacities.'
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel(sentence).check()
  await other.getByRole('button', { name: 'Next: check' }).click()
  await other.getByRole('button', { name: 'Publish' }).click()
  await expect(other.getByText('Published.')).toBeVisible()

  await page.getByLabel(sentence).check()
  await page.locator('input[name^="title-"]:visible').fill('Build capacities to last')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('This draft no longer exists')).toBeVisible()
  await expect(page.getByText('Build capacities to last')).toBeVisible()
})

test('what two windows selected in one draft is shown together, and saved together @js', async ({ page, context }) => {
  await begin(page, freshCode())
  const other = await context.newPage()
  await other.goto(page.url())
  const [first, second] = ['States should develop long-term capacities.', 'Report on what it did.']
  const titles = page.locator('input[name^="title-"]:visible')
  await other.getByLabel(first).check()
  await other.locator('input[name^="title-"]:visible').fill('Build capacities')
  await other.getByRole('button', { name: 'Save the draft' }).click()
  await expect(other.getByText('Only you see it')).toBeVisible()

  await page.getByLabel(second).check()
  await titles.fill('Report back')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('selected in either window')
  await expect(page.getByLabel(first)).toBeChecked()
  await expect(page.getByLabel(second)).toBeChecked()
  await expect(titles.first()).toHaveValue('Build capacities')
  await expect(titles.last()).toHaveValue('Report back')

  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Only you see it')).toBeVisible()
  await other.goto(page.url())
  await expect(other.getByLabel(first)).toBeChecked()
  await expect(other.getByLabel(second)).toBeChecked()
  await expect(other.locator('input[name^="title-"]:visible').first()).toHaveValue('Build capacities')
})

test('a draft is thrown away', async ({ page }) => {
  const code = freshCode()
  await begin(page, code)
  const address = page.url()
  await page.goto('/documents')
  await draftAt(page, address).getByText('Delete…').click()
  await draftAt(page, address).getByRole('button', { name: 'Delete this draft' }).click()
  await expect(draftAt(page, address)).toHaveCount(0)

  await page.goto(address)
  await expect(page.getByText('This draft no longer exists')).toBeVisible()
})
