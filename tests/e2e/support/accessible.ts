import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

type Finding = { id: string; nodes: { html: string }[] }

/**
 * Expects that axe finds nothing on the page as it is, in light and in dark, and that nothing overflows at the width of
 * a phone.
 */
export async function expectAccessible(page: Page) {
  // Axe is a script. Without JavaScript the page is the same, except for what scripts add to it.
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
  // Only violations matter: a description of each element that passes costs time. None of these rules reads style
  // sheets.
  const options = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations' as const], preload: false }
  // Runs in the page itself, which has no frames for which axe would need a page of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  return violations
}

/** Runs axe on the page in dark colours. Axe has been loaded before. */
const findingsInTheDark = (page: Page): Promise<Finding[]> =>
  page.evaluate(async () => {
    const { axe } = window as typeof window & { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } }
    const runOnly = ['color-contrast', 'link-in-text-block']
    return (await axe.run({ runOnly, resultTypes: ['violations'], preload: false })).violations
  })

const told = (violations: Finding[]) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
