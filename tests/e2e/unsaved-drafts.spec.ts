import { colleague } from './support/colleague'
import { login } from './support/login'
import { openForm, saved, text } from './support/report-form'
import { expect, type Page, test } from './support/test'

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
