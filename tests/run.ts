import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explain, Problem } from '@/lib/cli/problem'
import { findBrowser, installBrowser } from './support/browser'
import { debian } from './support/programs'
import { build, type Count, check, type Held, playwright, types, vitest } from './support/suites'

type Step = (held?: Held) => Promise<Count>
type Steps = Record<string, Step>

/** A step that has run: its counts, and its output if that was held back. */
type Taken = { name: string; count: Count; report: string }

const reports = mkdtempSync(join(tmpdir(), 'followthrough-reports-'))

/**
 * These take less than a minute. If a check fails, the rest does not run. The type check keeps one core busy. The unit
 * tests limit processor time only, so they can use the other cores.
 */
const first: Steps[] = [
  {
    style: (held) => check('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.'], held),
    direction: (held) => check('dependency-cruiser/bin/dependency-cruise.mjs', ['app', 'lib', 'prisma', 'tests'], held),
    'dead-code': (held) => check('knip/bin/knip.js', [], held),
    unit: (held) => vitest('unit', reports, held),
  },
  { types },
]

/** The suites run one after another: each uses every core, and some tests limit the duration of a task. */
const suites: Steps[][] = [
  [{ build }],
  [{ integration: (held) => vitest('integration', reports, held) }],
  [{ start: (held) => vitest('start', reports, held) }],
  ...(existsSync(debian.postgres) ? [[{ external: (held?: Held) => vitest('external', reports, held) }]] : []),
  [{ browser }],
]

function browser(held?: Held) {
  if (findBrowser() || installBrowser()) return playwright(reports, held)
  throw new Problem('The browser tests need Chromium: install it, or run `npx playwright install chromium`.')
}

/** Runs all steps, or those that `npm test -- NAME …` names. Prints one line with the counts at the end. */
async function run(names: string[]) {
  const all = [first, ...suites].flat().flatMap((steps) => Object.keys(steps))
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Problem(`There is no ${unknown.join(', ')} among ${all.join(', ')}.`)
  const wanted = (name: string) => names.length === 0 || names.includes(name)

  const taken = await sideBySide(first, wanted)
  const checked = taken.every(({ name, count }) => name === 'unit' || count.failed === 0)
  if (!checked) console.error('\nThe checks failed, so the other tests were not run.')
  else for (const beside of suites) taken.push(...(await sideBySide(beside, wanted)))

  rmSync(reports, { recursive: true, force: true })
  const { passed, failed } = sum(taken.map(({ count }) => count))
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

function sum(counts: Count[]): Count {
  const add = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0)
  return { passed: add('passed'), failed: add('failed') }
}

/**
 * Runs groups of steps side by side. Only the first group that has steps prints at once; the others wait for their
 * turn.
 */
async function sideBySide(groups: Steps[], wanted: (name: string) => boolean) {
  const lists = groups.map((steps) => Object.entries(steps).filter(([name]) => wanted(name)))
  const [shown = [], ...others] = lists.filter((steps) => steps.length > 0)
  const later = others.map((steps) => takeAll(steps, true))
  const taken = await takeAll(shown, false)
  for (const group of later) {
    for (const one of await group) {
      console.log(one.report)
      taken.push(one)
    }
  }
  return taken
}

async function takeAll(steps: [string, Step][], holdBack: boolean) {
  const taken: Taken[] = []
  for (const [name, step] of steps) taken.push(await take(name, step, holdBack))
  return taken
}

/** Runs a step. Returns its counts, and its output if that was held back. */
async function take(name: string, step: Step, holdBack: boolean): Promise<Taken> {
  const held: Held | undefined = holdBack ? [] : undefined
  const print = (line: string) => (held ? held.push(`${line}\n`) : console.log(line))

  print(`\n── ${name} `.padEnd(80, '─'))
  const since = performance.now()
  const count = await Promise.resolve(held)
    .then(step)
    .catch((error: unknown) => {
      print(explain(error))
      return { passed: 0, failed: 1 }
    })
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  print(`${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`)
  return { name, count, report: held?.join('').trimEnd() ?? '' }
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
