import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

type Finding = { id: string; nodes: { html: string }[] }

/** Axe finds nothing on the page as it stands, light and dark, and nothing runs out of it at the side of a phone. */
export async function expectAccessible(page: Page) {
  // Axe is a script itself: where none runs there is the same page without what scripts add to it.
  if (test.info().project.use.javaScriptEnabled !== false) {
    await page.emulateMedia({ colorScheme: 'light' })
    expect(told(await findings(page))).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(told(await findingsInTheDark(page))).toEqual([])
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

async function findings(page: Page): Promise<Finding[]> {
  // It describes each element that it reports on: only what is wrong is of interest. No rule of these reads style sheets.
  const options = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations' as const], preload: false }
  // In the page itself: it has no frames for which axe would need a page of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  return violations
}

/** In the dark a page is the same but for its colours. Axe is on it already. */
const findingsInTheDark = (page: Page): Promise<Finding[]> =>
  page.evaluate(async () => {
    const { axe } = window as typeof window & { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } }
    const runOnly = ['color-contrast', 'link-in-text-block']
    return (await axe.run({ runOnly, resultTypes: ['violations'], preload: false })).violations
  })

const told = (violations: Finding[]) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
