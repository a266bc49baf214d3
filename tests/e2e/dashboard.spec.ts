import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { newInstance, setUp } from './support/first-visit'

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

test('on the first day it says what there is and where to begin; then every number leads to the list that it counts @js', async ({
  page,
}) => {
  await setUp(page, instance.setupLink)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These ten recommendations are not assigned yet')
  await expect(page.getByRole('link', { name: 'Start with 16.2' })).toBeVisible()
  await expectAccessible(page)

  const key = (short: string) => `/recommendations/SALVADOR-2010-${short}`
  await ask(page, `${key('17.3')}/assignments`, { organization: 'unodc', dueOn: '2020-01-31', confirmPast: true })
  await ask(page, `${key('17.3')}/assignments`, { organization: 'council-of-europe' })
  const done = await ask(page, `${key('16.2')}/assignments`, { organization: 'unodc' })
  await ask(page, `/assignments/${done.id}/reports`, { progress: 'implemented', narrative: 'It was done.' })

  await page.goto(`${instance.address}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One of eight recommendations calling for action is reported as implemented, none verified yet. One assignment is overdue, and six recommendations are unassigned.',
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
