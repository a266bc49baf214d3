import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/** Axe finds nothing on the page as it stands, light and dark, and nothing runs out of it at the side of a phone. */
export async function expectAccessible(page: Page) {
  const size = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

/** Axe is a script itself: where none runs there is the same page without what scripts add to it. */
async function findings(page: Page) {
  if (test.info().project.use.javaScriptEnabled === false) return []
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
