import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { newInstance, setUp } from './support/first-visit'
import { mouse } from './support/mouse'
import { formCalled, rowOf } from './support/parts'

let instance: Awaited<ReturnType<typeof newInstance>>

test.beforeEach(async () => {
  instance = await newInstance()
})

test.afterEach(() => instance.end())

async function ask(page: Page, address: string, data: object) {
  const headers = { origin: instance.address }
  const answer = await page.request.post(`${instance.address}/api/v1${address}`, { headers, data })
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`)
  return answer.json()
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The number that a link says, in figures or as a word. */
function numberIn(text: string): number | undefined {
  const figures = text.match(/\d+/)?.[0]
  if (figures) return Number(figures)
  const word = words.findIndex((one) => new RegExp(`^${one}\\b`, 'i').test(text))
  return word === -1 ? undefined : word
}

/** What leads from the page to a list, and the number that it says. */
async function numbersOn(page: Page) {
  const links = await page.getByRole('main').locator('a[href^="/recommendations?"], a[href="/recommendations"]').all()
  const found = await Promise.all(
    links.map(async (link) => {
      const said = (await link.getAttribute('aria-label')) ?? (await link.textContent()) ?? ''
      return { said, href: (await link.getAttribute('href')) ?? '', number: numberIn(said) }
    }),
  )
  return found.filter(({ href }) => !href.includes('view=matrix'))
}

/** How many a list says that it has: read without a browser, there being many of them. */
async function countAt(page: Page, href: string) {
  const html = await (await page.request.get(`${instance.address}${href}`)).text()
  return Number(html.match(/role="status">(\d+) /)?.[1])
}

/** Assigns 17.2 with an owner and a date, annotates it and reports, in 12 clicks. */
async function assignInFewClicks(page: Page) {
  const hand = mouse()

  await hand.click(page.getByRole('main').getByRole('link', { name: /17\.2/ }).first())
  // The page of the recommendation stays: what is typed elsewhere on it is never lost by a form.
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  const assignments = page.locator('#assignments')
  await hand.type(assignments.getByLabel('Organization'), 'UNODC')
  await hand.choose(assignments.getByLabel('Owner'), 'Ada')
  await hand.type(assignments.getByLabel('Due date'), '2031-06-30')
  await hand.click(assignments.getByRole('button', { name: 'Save' }))
  const row = rowOf(page, 'UNODC')
  await expect(row).toContainText('Ada')
  await expect(row).toContainText('30 June 2031')

  await hand.click(page.getByRole('link', { name: 'Add annotation' }))
  await expect(page.getByLabel('Annotation')).toBeFocused()
  await hand.type(page.getByLabel('Annotation'), 'Ask the Lima office first.')
  await hand.click(page.getByRole('button', { name: 'Add annotation' }))
  await expect(page.locator('#annotations')).toContainText('Ask the Lima office first.')

  await hand.click(row.getByRole('button', { name: 'Report progress' }))
  const report = formCalled(page, 'Report progress for UNODC')
  await hand.click(report.getByRole('radio', { name: 'In progress' }))
  await hand.type(report.getByLabel('What was done'), 'Forty drafters were trained in Lima.')
  await hand.click(report.getByRole('button', { name: 'Report progress' }))
  await expect(row).toContainText('In progress')

  expect(hand.pressed.length, hand.pressed.join('\n')).toBeLessThanOrEqual(12)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
}

test('on the first day it says what there is and where to begin; 12 clicks assign, annotate and report; every number leads to the list that it counts @js', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await setUp(page, instance.setupLink)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These ten recommendations are not assigned yet')
  await expect(page.getByRole('link', { name: 'Start with 16.2' })).toBeVisible()
  await expectAccessible(page)
  await assignInFewClicks(page)

  const key = (short: string) => `/recommendations/SALVADOR-2010-${short}`
  await ask(page, `${key('17.3')}/assignments`, { organization: 'unodc', dueOn: '2020-01-31', confirmPast: true })
  await ask(page, `${key('17.3')}/assignments`, { organization: 'council-of-europe' })
  const done = await ask(page, `${key('16.2')}/assignments`, { organization: 'unodc' })
  await ask(page, `/assignments/${done.id}/reports`, { progress: 'implemented', narrative: 'It was done.' })

  await page.goto(`${instance.address}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One of eight recommendations calling for action is reported as implemented, none verified yet. One assignment is overdue, and five recommendations are unassigned.',
  )
  await expect(page.getByText('UNODC reported 16.2 as implemented')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'days overdue' }).first()).toContainText('UNODC, no owner')
  await expectAccessible(page)

  const numbers = await numbersOn(page)
  expect(numbers.length).toBeGreaterThan(10)
  const counts = await Promise.all(numbers.map(async ({ said, href }) => ({ said, number: await countAt(page, href) })))
  expect(counts).toEqual(numbers.map(({ said, number }) => ({ said, number })))

  await page.goto(`${instance.address}/my-work`)
  await expect(page.getByRole('heading', { name: 'Not assigned' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Assign', exact: true }).first().click()
  await expect(page.locator('#assignments').getByLabel('Organization')).toBeVisible()
})
