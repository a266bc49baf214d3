import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

type Scheme = 'light' | 'dark'

/** Axe finds nothing on the page as it stands, light and dark, and nothing runs out of it at the side of a phone. */
export async function expectAccessible(page: Page) {
  const size = page.viewportSize()
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    expect(await findings(page, scheme)).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

/** Axe is a script itself: where none runs there is the same page without what scripts add to it. */
async function findings(page: Page, scheme: Scheme) {
  if (test.info().project.use.javaScriptEnabled === false) return []
  // In the page itself: it has no frames for which axe would need a page of its own.
  // It describes each element that it reports on: only what is wrong is of interest.
  const options = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations' as const] }
  const axe = new AxeBuilder({ page }).setLegacyMode().options(options)
  // In the dark a page is the same but for its colours.
  if (scheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
