import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, type Page, test } from './test'

type Axe = { axe: { run: (options: RunOptions) => Promise<AxeResults> } }
type Finding = [rule: string, elements: string[]]

/** The minified edition of axe, which a browser reads in half the time. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Expects that axe finds nothing on the page as it is, in light mode, and that nothing overflows at the width of a phone.
 * Dark mode changes only the colours of tokens, which `tests/unit/colours.test.ts` compares with those of light mode.
 */
export async function expectAccessible(page: Page) {
  // The client without script knows no layout.
  if (test.info().project.name === 'without-js') return
  // Axe is a script. Without JavaScript the page is the same, except for what scripts add to it.
  if (test.info().project.use.javaScriptEnabled !== false) expect(await findings(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

/** Returns what axe finds on the page as it is, by all of its rules or only by some. */
export async function findings(page: Page, runOnly?: string[]): Promise<Finding[]> {
  // A link to another page keeps the scripts that have been loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as typeof window & Axe).axe.run(options)
      return violations.map(({ id, nodes }): Finding => [id, nodes.map(({ html }) => html)])
    },
    {
      // Only violations matter: a description of each element that passes costs time. None of these rules reads style
      // sheets.
      ...{ preload: false, resultTypes: ['violations' as const], selectors: false },
      ...(runOnly ? { runOnly } : { rules: { 'target-size': { enabled: true } } }),
    },
  )
}
