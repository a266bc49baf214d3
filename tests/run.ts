import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '@/lib/cli/build'
import { explain, Problem } from '@/lib/cli/problem'
import { findBrowser, installBrowser } from './support/browser'
import { debian } from './support/programs'
import { type Count, check, playwright, types, vitest } from './support/suites'

type Step = () => Promise<Count>

const reports = mkdtempSync(join(tmpdir(), 'followthrough-reports-'))

/** Seconds each: where one of them fails, the rest is not worth the wait. */
const quick: Record<string, Step> = {
  types,
  style: () => check('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  direction: () => check('dependency-cruiser/bin/dependency-cruise.mjs', ['app', 'lib', 'prisma', 'tests']),
  'dead-code': () => check('knip/bin/knip.js', []),
}

const suites: Record<string, Step> = {
  unit: () => vitest('unit', reports),
  integration: () => vitest('integration', reports),
  build: async () => {
    await build(new AbortController().signal)
    return { passed: 1, failed: 0 }
  },
  start: () => vitest('start', reports),
  ...(existsSync(debian.postgres) && { external: () => vitest('external', reports) }),
  browser: () => {
    if (findBrowser() || installBrowser()) return playwright(reports)
    throw new Problem('The browser tests need Chromium: install it, or run `npx playwright install chromium`.')
  },
}

/** Everything, or with `npm test -- NAME …` the steps of these names; at the end, one line that counts. */
async function run(names: string[]) {
  const all = { ...quick, ...suites }
  const unknown = names.filter((name) => !(name in all))
  if (unknown.length > 0) throw new Problem(`There is no ${unknown.join(', ')} among ${Object.keys(all).join(', ')}.`)

  const wanted = (steps: Record<string, Step>) =>
    Object.entries(steps).filter(([name]) => names.length === 0 || names.includes(name))

  const checked = await takeAll(wanted(quick))
  const tested = checked.failed > 0 ? { passed: 0, failed: 0 } : await takeAll(wanted(suites))
  if (checked.failed > 0) console.error('\nThe checks failed, so the tests were not run.')

  rmSync(reports, { recursive: true, force: true })
  console.log(`\n${checked.passed + tested.passed} passed, ${checked.failed + tested.failed} failed`)
  process.exit(checked.failed + tested.failed === 0 ? 0 : 1)
}

async function takeAll(steps: [string, Step][]) {
  const total: Count = { passed: 0, failed: 0 }
  for (const [name, step] of steps) {
    const { passed, failed } = await take(name, step)
    total.passed += passed
    total.failed += failed
  }
  return total
}

async function take(name: string, step: Step): Promise<Count> {
  console.log(`\n── ${name} `.padEnd(80, '─'))
  const since = performance.now()
  const count = await step().catch((error: unknown) => {
    console.error(explain(error))
    return { passed: 0, failed: 1 }
  })
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`)
  return count
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
