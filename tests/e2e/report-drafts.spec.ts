import { ageAssignment } from '../support/browser-instance'
import { expectAccessible } from './support/accessible'
import { colleague } from './support/colleague'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { formCalled } from './support/parts'
import { type BrowserContext, expect, type Page, test } from './support/test'

const form = (page: Page) => formCalled(page, 'Report progress for UNODC')
const text = (page: Page) => form(page).getByLabel('What was done')
const saved = (page: Page) => page.getByText(/^Draft saved at \d\d:\d\d\.$/)

/** Keeps back the scripts of the pages that are opened next. Returns a function that lets them arrive. */
async function holdScripts(page: Page) {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.fallback()
  })
  return () => arrive()
}

/** Opens the form to report on a new assignment. */
async function openForm(page: Page, context: BrowserContext) {
  await login(context)
  const { assignment } = await givenAssignment(context)
  const address = `${assignment}?form=report#next`
  await page.goto(address)
  return { assignment, address }
}

test('what is typed is saved by itself, and a colleague completes and submits it @js', async ({
  page,
  context,
  browser,
}) => {
  const { assignment, address } = await openForm(page, context)
  await text(page).fill('The law is in')
  await expect(saved(page)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/')

  const second = await colleague(browser)
  await second.page.goto(assignment)
  await expect(second.page.getByText('The law is in')).toBeVisible()
  await expect(second.page.getByRole('button', { name: 'Report progress' })).toHaveCount(0)
  await second.page.getByRole('button', { name: 'Continue the draft' }).click()
  await expect(text(second.page)).toHaveValue('The law is in')
  await form(second.page).getByText('In progress', { exact: true }).click()
  await text(second.page).fill('The law is in force.')
  await form(second.page).getByRole('button', { name: 'Report progress' }).click()
  await expect(second.page.getByText('Report sent.')).toBeVisible()
  await expect(second.page.getByText(/Drafted by /)).toBeVisible()
  await expect(second.page.getByText(/^Report no change since /)).toHaveCount(0)

  await page.goto(address)
  await expect(text(page)).toHaveValue('')
  await second.context.close()
})

test('one button reports that nothing has changed since an earlier day, after a confirmation', async ({
  page,
  context,
  baseURL,
}) => {
  await login(context)
  const { id, assignment } = await givenAssignment(context)
  const narrative = 'The first course was held.'
  await made(context, `/assignments/${id}/reports`, { progress: 'in_progress', narrative })
  await page.goto(assignment)
  await expect(page.getByText('Report no change since')).toHaveCount(0)

  await ageAssignment(baseURL ?? '', id)
  await page.goto(assignment)
  await page.getByText('Report no change since').click()
  await expect(page.getByText('The progress stays “In progress”.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Report no change' }).click()

  await expect(page.getByText('Reported that nothing has changed.')).toBeVisible()
  await expect(page.locator('#reports')).toContainText('No change since')
  await expect(page.locator('#reports')).toContainText(narrative)
  await expect(page.getByText('Report no change since')).toHaveCount(0)
})

test('what is typed without a connection or after the session stays, and is saved later @js', async ({
  page,
  context,
}) => {
  const { address } = await openForm(page, context)
  await text(page).fill('Begun.')
  await expect(saved(page)).toBeVisible()
  await context.setOffline(true)
  await text(page).fill('Begun in Vienna.')
  await expect(page.getByText('Not saved: no connection.')).toBeVisible()
  await context.setOffline(false)
  await expect(saved(page)).toBeVisible()

  await context.clearCookies()
  await text(page).fill('Begun in Vienna and Lima.')
  await expect(page.getByText('Not saved: you are no longer signed in.')).toBeVisible()
  await login(context)
  page.once('dialog', (leaving) => leaving.accept())
  await page.goto('/')
  await page.goto(address)
  await expect(page.getByText('Your unsaved text from')).toBeVisible()
  await expect(text(page)).toHaveValue('Begun in Vienna and Lima.')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(text(page)).toHaveValue('Begun in Vienna and Lima.')
  await expect(page.getByText('Your unsaved text from')).toBeHidden()
})

test('what is typed before the script of the page arrives stays with the focus, and is saved @js', async ({
  page,
  context,
}) => {
  const { address } = await openForm(page, context)
  await text(page).fill('Begun.')
  await expect(saved(page)).toBeVisible()

  await page.goto('about:blank')
  const arrive = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Lima')
  arrive()
  await expect(saved(page)).toBeVisible()
  await page.keyboard.type(' too.')
  await expect(text(page)).toHaveValue('Begun. Lima too.')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(text(page)).toHaveValue('Begun. Lima too.')
})

test('of two who write at once, each sees both texts, and nobody is overwritten unseen', async ({
  page,
  context,
  browser,
}) => {
  const { address } = await openForm(page, context)
  const second = await colleague(browser)
  await second.page.goto(address)
  const save = (desk: Page) => form(desk).getByRole('button', { name: 'Save draft' }).click()

  await text(page).fill('Three courses.')
  await save(page)
  await expect(page.getByText(/Draft saved at|The draft is saved\./).first()).toBeVisible()
  await text(second.page).fill('Four courses.')
  await save(second.page)

  await expect(second.page.getByText('Three courses.')).toBeVisible()
  await expect(second.page.getByText('Not saved: this draft has changed').first()).toBeVisible()
  await expect(text(second.page)).toHaveValue('Four courses.')
  await expectAccessible(second.page)
  await save(second.page)
  await expect(second.page.getByText('Three courses.')).toBeHidden()
  await page.goto('/')
  await page.goto(address)
  await expect(text(page)).toHaveValue('Four courses.')

  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByText('Discard the draft…').click()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(page.getByText('The draft was discarded.')).toBeVisible()
  await second.context.close()
})

test('a text that only one browser has is offered beside the draft that a colleague saved since @js', async ({
  page,
  context,
  browser,
}) => {
  const { address } = await openForm(page, context)
  await context.setOffline(true)
  await text(page).fill('Typed in the train.')
  await expect(page.getByText('Not saved: no connection.')).toBeVisible()
  const second = await colleague(browser)
  await second.page.goto(address)
  await text(second.page).fill('Typed in the office.')
  await expect(saved(second.page)).toBeVisible()

  page.once('dialog', (leaving) => leaving.accept())
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(address)
  await expect(text(page)).toHaveValue('Typed in the office.')
  await expect(page.getByText('This browser has other text from')).toBeVisible()
  await page.getByRole('button', { name: 'Put it in the form' }).click()
  await expect(text(page)).toHaveValue('Typed in the train.')
  await expect(saved(page)).toBeVisible()
  await second.context.close()
})

test('a text that is too large to be sent while its page closes is in the browser when one comes back, and what is typed before it is shown stays @js', async ({
  page,
  context,
}) => {
  const { address } = await openForm(page, context)
  // Browsers send at most 64 kB for a page that closes. This text has 72 kB.
  const large = '条约。'.repeat(8_000)
  await text(page).fill(large)
  page.once('dialog', (leaving) => leaving.accept())
  await page.goto('about:blank')

  const arrive = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await text(page).fill('And Lima.')
  arrive()
  await expect(page.getByText('Your unsaved text from')).toBeVisible()
  await expect(text(page)).toHaveValue(`${large}\n\nAnd Lima.`)
})
