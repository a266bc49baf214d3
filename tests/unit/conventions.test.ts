import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longFunctions } from '../support/long-functions'
import { translatedAtLoad } from '../support/translated-at-load'

const written = ['app', 'lib', 'prisma', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
  .filter((file) => !/^prisma\/generated\/|\/\.next\//.test(file))
const files = written.filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file))

const textOf = (file: string) => readFileSync(file, 'utf8')
const linesOf = (file: string) => textOf(file).split('\n')

test('no file of the product is longer than 200 lines', () => {
  const product = written.filter((file) => /\.(tsx?|[mc]?js|css|json|prisma)$/.test(file) && !file.startsWith('tests/'))
  expect(product.length).toBeGreaterThan(50)
  expect(product.filter((file) => linesOf(file).length > 201)).toEqual([])
})

test('no file of the tests is longer than 200 lines', () => {
  const tests = files.filter((file) => file.startsWith('tests/'))
  expect(tests.length).toBeGreaterThan(50)
  expect(tests.filter((file) => linesOf(file).length > 201)).toEqual([])
})

test('browser tests take `test` and `expect` from where it is decided whether they need a browser', () => {
  const specs = files.filter((file) => file.startsWith('tests/e2e/') && file.endsWith('.spec.ts'))
  expect(specs.length).toBeGreaterThan(20)
  expect(
    specs.filter((file) => /^import \{[^}]*\b(test|expect)\b[^}]*\} from '@playwright/m.test(textOf(file))),
  ).toEqual([])
})

// The linter counts no lines of markup.
test.each([
  { of: 'the product', folders: /^(lib|prisma)\//, most: 50 },
  { of: 'a screen', folders: /^app\//, most: 65 },
])('no function of $of is longer than $most lines', ({ folders, most }) => {
  const long = files.filter((file) => folders.test(file)).map((file) => longFunctions(file, textOf(file), most))
  expect(long.length).toBeGreaterThan(0)
  expect(long.flat()).toEqual([])
})

test('a function that is too long is found, however it is written', () => {
  const body = 'x()\n'.repeat(50)
  for (const text of [`function f() {\n${body}}`, `const f = () => {\n${body}}`, `const o = { f() {\n${body}} }`]) {
    expect(longFunctions('file.ts', text, 50)).toEqual(['file.ts:1 has 52 lines'])
    expect(longFunctions('file.ts', text, 52)).toEqual([])
  }
})

test('addresses of pages are built in one folder', () => {
  const screens = files.filter((file) => file.startsWith('app/') && !file.startsWith('app/_addresses/'))
  const built = /(?<!src=\{)`\/(?!api\/)[a-z][^`]*\$\{/
  expect(screens.filter((file) => built.test(textOf(file)))).toEqual([])
})

test('no folder of lib/ holds more than 15 % of its lines', () => {
  const lines = new Map<string, number>()
  for (const file of files.filter((file) => file.startsWith('lib/'))) {
    const folder = file.split('/')[1] ?? ''
    lines.set(folder, (lines.get(folder) ?? 0) + linesOf(file).length)
  }
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0)
  expect(lines.size).toBeGreaterThan(10)
  expect([...lines].filter(([, count]) => count > all * 0.15)).toEqual([])
})

test('nothing silences the compiler or the linter', () => {
  const silenced = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|\bas unknown as\b/
  const found = files.filter((file) => !file.endsWith('conventions.test.ts') && silenced.test(linesOf(file).join('\n')))
  expect(found).toEqual([])
})

test('a docstring says what it describes, not that it is the same as the one before', () => {
  const product = files.filter((file) => !file.startsWith('tests/'))
  expect(product.filter((file) => /\/\*\*[\s*]+The same\b/.test(textOf(file)))).toEqual([])
})

test('the short names of tables in SQL stand for the same everywhere', () => {
  const [, written = ''] =
    /and in subqueries too, these aliases mean:([\s\S]*?)\*\//.exec(readFileSync('lib/platform/sql.ts', 'utf8')) ?? []
  const tables = new Map([...written.matchAll(/\b([a-z]) {2}([a-z]+)/g)].map(([, alias = '', table]) => [alias, table]))
  expect([...tables.keys()].join('')).toBe('radpogu')

  const schema = readdirSync('prisma/schema').map((file) => readFileSync(`prisma/schema/${file}`, 'utf8'))
  const known = [...schema.join('\n').matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table).join('|')
  const named = new RegExp(
    `\\b(?:from|join|update|into)\\s+(${known})\\s+(?:as\\s+)?([${[...tables.keys()].join('')}])\\b`,
    'g',
  )
  const otherwise = files
    .filter((file) => file.startsWith('lib/'))
    .flatMap((file) =>
      [...textOf(file).matchAll(named)].map(([found, table, alias = '']) => ({
        file,
        found,
        table,
        alias,
      })),
    )
    .filter(({ table, alias }) => tables.get(alias) !== table)
  expect(otherwise).toEqual([])
})

test('nothing is put into words before there is a reader', () => {
  const product = files.filter((file) => !file.startsWith('tests/'))
  expect(product.flatMap((file) => translatedAtLoad(file, textOf(file)))).toEqual([])
})

test.each([
  "const title = t('list.title')",
  "export const metadata = { title: t('list.title') }",
  "const names = ['a'].map((key) => t(key))",
  'const names = namesOf()\nfunction namesOf() { return listInWords([]) }',
  "const title = (() => t('list.title'))()",
])('what is said while a file loads is found: %s', (text) => {
  expect(translatedAtLoad('file.ts', text)).toHaveLength(1)
})

test.each([
  "const title = () => t('list.title')",
  "const save = action(async () => t('list.title'))",
  "function Title() { return t('list.title') }",
])('what is said once there is a reader is not: %s', (text) => {
  expect(translatedAtLoad('file.ts', text)).toEqual([])
})

test('no test is skipped or left alone with itself', () => {
  const selective = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\b/
  const found = files.filter((file) => file.startsWith('tests/') && selective.test(linesOf(file).join('\n')))
  expect(found).toEqual([])
})
