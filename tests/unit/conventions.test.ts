import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

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

test('no test is skipped or left alone with itself', () => {
  const selective = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\b/
  const found = files.filter((file) => file.startsWith('tests/') && selective.test(linesOf(file).join('\n')))
  expect(found).toEqual([])
})
