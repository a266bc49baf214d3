import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saidAtLoad } from '../support/said-at-load'

const files = ['app', 'lib', 'prisma', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file) && !/^prisma\/generated\/|\/\.next\//.test(file))

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n')

test('no file of the product is longer than 200 lines', () => {
  const product = files.filter((file) => !file.startsWith('tests/'))
  expect(product.length).toBeGreaterThan(50)
  expect(product.filter((file) => linesOf(file).length > 201)).toEqual([])
})

test('nothing silences the compiler or the linter', () => {
  const silenced = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|\bas unknown as\b/
  const found = files.filter((file) => !file.endsWith('conventions.test.ts') && silenced.test(linesOf(file).join('\n')))
  expect(found).toEqual([])
})

test('a docstring says what it describes, not that it is the same as the one before', () => {
  const product = files.filter((file) => !file.startsWith('tests/'))
  expect(product.filter((file) => /\/\*\*[\s*]+The same\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('the short names of tables in SQL stand for the same everywhere', () => {
  const [, written = ''] =
    /every statement these stand for the same([\s\S]*?)\*\//.exec(readFileSync('lib/platform/sql.ts', 'utf8')) ?? []
  const tables = new Map([...written.matchAll(/\b([a-z]) {2}([a-z]+)/g)].map(([, alias = '', table]) => [alias, table]))
  expect([...tables.keys()].join('')).toBe('radpogu')

  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const known = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table).join('|')
  const named = new RegExp(
    `\\b(?:from|join|update|into)\\s+(${known})\\s+(?:as\\s+)?([${[...tables.keys()].join('')}])\\b`,
    'g',
  )
  const otherwise = files
    .filter((file) => file.startsWith('lib/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(named)].map(([found, table, alias = '']) => ({
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
  expect(product.flatMap((file) => saidAtLoad(file, readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  "const title = t('list.title')",
  "export const metadata = { title: t('list.title') }",
  "const names = ['a'].map((key) => t(key))",
  'const names = namesOf()\nfunction namesOf() { return listInWords([]) }',
  "const title = (() => t('list.title'))()",
])('what is said while a file loads is found: %s', (text) => {
  expect(saidAtLoad('file.ts', text)).toHaveLength(1)
})

test.each([
  "const title = () => t('list.title')",
  "const save = action(async () => t('list.title'))",
  "function Title() { return t('list.title') }",
])('what is said once there is a reader is not: %s', (text) => {
  expect(saidAtLoad('file.ts', text)).toEqual([])
})

test('no test is skipped or left alone with itself', () => {
  const selective = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\b/
  const found = files.filter((file) => file.startsWith('tests/') && selective.test(linesOf(file).join('\n')))
  expect(found).toEqual([])
})
