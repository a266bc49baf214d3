import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

/** One file for each thing that must not be: what it imports, and the rule that says no. */
const planted = [
  ['lib/platform/knows-a-noun.ts', '@/lib/recommendations/end', 'platform-looks-back'],
  ['lib/history/knows-a-person.ts', '../people/end', 'history-looks-back'],
  ['lib/recommendations/knows-a-report.ts', '@/lib/reports/end', 'recommendations-looks-back'],
  ['lib/annotations/knows-the-overview.ts', '@/lib/overview/end', 'annotations-looks-back'],
  ['lib/sundries/anything.ts', '@/lib/platform/end', 'only-known-folders'],
  ['lib/people/draws.ts', '@/app/end', 'nothing-imports-app'],
  ['app/_ui/knows-a-rule.ts', '@/lib/reports/end', 'kit-knows-no-data'],
  ['app/page-with-sql.ts', '@/lib/platform/db', 'app-asks-lib'],
  ['app/page-with-types-of-the-client.ts', '@/prisma/generated/client', 'app-asks-lib'],
  ['lib/people/commands.ts', '@/lib/cli/end', 'commands-are-no-part'],
  ['lib/people/seeds.ts', '@/prisma/seed/end', 'seed-is-asked-by-commands'],
  ['lib/people/nowhere.ts', '@/lib/people/missing', 'resolves'],
  ['lib/people/one-half.ts', './other-half', 'no-circle'],
] as const

const Rules = z.object({ forbidden: z.array(z.object({ name: z.string(), severity: z.literal('error') })) })

const allowed = ['lib/reports/fine.ts', '@/lib/recommendations/end'] as const

const ends = [
  ...['platform', 'recommendations', 'people', 'reports', 'overview', 'cli'].map((name) => `lib/${name}/end.ts`),
  ...['app/end.ts', 'lib/platform/db.ts', 'prisma/generated/client.ts', 'prisma/seed/end.ts'],
]

const folder = mkdtempSync(join(tmpdir(), 'followthrough-direction-'))
let broken: string[] = []

beforeAll(() => {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(file, join(folder, file))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const end of ends) write(end, 'export type End = string')
  for (const [file, target] of [...planted, allowed, ['lib/people/other-half.ts', './one-half'] as const])
    write(file, `import type { End } from '${target}'\nexport type Own = End`)

  const cruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout } = spawnSync(process.execPath, [cruise, 'app', 'lib', 'prisma', '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { summary } = Report.parse(JSON.parse(stdout))
  broken = summary.violations.map(({ from, rule }) => `${from} breaks ${rule.name}`)
})

afterAll(() => rmSync(folder, { recursive: true }))

function write(file: string, text: string) {
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  writeFileSync(join(folder, file), `${text}\n`)
}

test.each(planted)('%s may not import %s: %s', (file, _, rule) => {
  expect(broken).toContain(`${file} breaks ${rule}`)
})

test('every rule is an error, and something is planted against each that is no direction', () => {
  const { forbidden } = Rules.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'))
  const names = forbidden.map(({ name }) => name).filter((name) => !name.endsWith('-looks-back'))
  expect(names).toEqual(expect.arrayContaining(['only-known-folders', 'no-circle']))
  expect(names.filter((name) => planted.every(([, , rule]) => rule !== name))).toEqual([])
})

test('what looks the right way is let be', () => {
  expect(broken.filter((text) => text.startsWith(allowed[0]))).toEqual([])
})
