import { givenAssignment, givenRecommendation } from './given'
import { expect, type Page } from './test'

export const list = (page: Page) => page.getByRole('list', { name: 'Recommendations' })

/** Filters by a theme that no other test has: so the list holds only what this test made. */
export const only = (theme: string, more = '') => `/recommendations?theme=${encodeURIComponent(theme)}${more}`

async function give(page: Page, theme: string, ...keys: string[]) {
  const headers = { origin: new URL(page.url()).origin }
  for (const key of keys) {
    const { version } = await (await page.request.get(`/api/v1/recommendations/${key}`)).json()
    const data = { themes: [theme], version }
    expect((await page.request.patch(`/api/v1/recommendations/${key}`, { headers, data })).ok()).toBe(true)
  }
}

/** Two recommendations with a theme that no other test has: one is assigned and overdue. */
export async function givenThemed(page: Page) {
  await page.goto('/recommendations')
  const context = page.context()
  const owed = await givenAssignment(context, { dueOn: '2020-01-31' })
  const open = await givenRecommendation(context)
  const theme = `Theme ${open.code}`
  await give(page, theme, owed.key, open.key)
  return { theme, owed, open }
}

/** Keys do something once the page's script runs: presses one that leads to the search until it does, and leaves it. */
export async function untilKeysWork(page: Page) {
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox').first()).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Escape')
}
