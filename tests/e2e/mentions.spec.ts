import { expectAccessible } from './support/accessible'
import { colleague } from './support/colleague'
import { givenAssignment, givenRecommendation } from './support/given'
import { login } from './support/login'
import { untilNotified, untilScripted } from './support/parts'
import { expect, test } from './support/test'

test('a person who is mentioned is notified, and the author is told who was and who was not @layout', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { id, page: address } = await givenAssignment(context)
  const other = await colleague(browser)
  await page.goto(`${address}?annotate=open`)
  await page.getByLabel('Annotation').fill(`For @${other.name}, and @Nobody.`)
  await page.getByRole('button', { name: 'Add annotation' }).click()
  const notes = page.locator('#annotations')
  await expect(notes).toContainText(`${other.name} was notified. Nobody was notified for “@Nobody”.`)
  await expect(notes.getByRole('link', { name: `@${other.name}` })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${address}?report=${id}`)
  await page.getByRole('radio', { name: 'In progress' }).check()
  await page.getByLabel('What was done').fill(`Agreed with @${other.name}.`)
  await page.getByRole('button', { name: 'Report progress' }).click()
  await expect(page.locator(`#assignment-${id}, #assignments`).first()).toContainText(`${other.name} was notified.`)

  await untilNotified(other.page, 2)
  await other.page.goto('/notifications')
  await expect(other.page.getByText(/ mentioned you in an annotation$/)).toBeVisible()
  // The older of the two is about the annotation.
  await other.page.getByRole('main').getByRole('link', { name: 'Train investigators' }).last().click()
  await expect(other.page.getByText(`For @${other.name}, and @Nobody.`)).toBeInViewport()
})

test('an @ lists people, and the keyboard or a tap chooses one, on a telephone too @js', async ({
  page,
  context,
  browser,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  const { name } = await colleague(browser)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${address}?annotate=open`)
  const area = page.getByLabel('Annotation')
  await untilScripted(area)
  const people = page.getByRole('listbox', { name: 'People' })
  const person = people.getByRole('option', { name })
  const typed = `For @${name.slice(0, 14).toLowerCase()}`
  await area.pressSequentially(typed)
  await expect(person).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('To choose a person, use the arrow keys and Enter.')).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  await expect(people).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await expect(person).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(area).toHaveValue(`For @${name} `)
  await expect(people).toHaveCount(0)

  await area.fill(typed)
  await person.click()
  await expect(area).toHaveValue(`For @${name} `)
  await expect(area).toBeFocused()
})

test('a recommendation is followed, found among those that are followed, and no longer followed @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address, code } = await givenRecommendation(context)
  // Other tests follow recommendations as the same person.
  const followed = `/recommendations?followed=yes&document=${code}`
  await page.goto(address)
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText(/^You follow this recommendation\./)).toBeVisible()

  await page.goto(followed)
  await expect(page.getByRole('link', { name: 'Train investigators' })).toHaveCount(1)
  await expect(page.getByRole('link', { name: /^Followed by you/ })).toBeVisible()
  await page.getByRole('link', { name: 'Train investigators' }).click()
  await page.getByRole('button', { name: 'Stop following' }).click()
  await expect(page.getByText('You no longer follow this recommendation.')).toBeVisible()
  await page.goto(followed)
  await expect(page.getByRole('link', { name: 'Train investigators' })).toHaveCount(0)
})
