import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en as messages } from '@/lib/messages/en'

const source = ['app', 'lib']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const literals = new Set([...source.matchAll(/['"`]([A-Za-z][\w.-]*)['"`]/g)].map(([, literal]) => literal))

/** Keys that are put together, such as `list.view.${view}` and `review_note_missing_${decision}`. */
const patterns = [...source.matchAll(/`([a-zA-Z]+[._][\w.]*\$\{[^`\n]*)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '[\\w.-]+')}$`),
)

function keysIn(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [path + name] : keysIn(text, `${path}${name}.`),
  )
}

/** Components in the browser get the texts of these parts as an object. */
const handedOn = /^(form|failure)\./

function isUsed(key: string) {
  const name = key.slice(key.lastIndexOf('.') + 1)
  const byName = key.startsWith('errors.') || handedOn.test(key)
  return [key, ...(byName ? [name] : [])].some(
    (text) =>
      literals.has(text) || patterns.some((pattern) => pattern.test(text)) || (byName && source.includes(`.${name}`)),
  )
}

test('every text is shown somewhere', () => {
  expect(isUsed('common.nowhere')).toBe(false)
  expect(keysIn(messages).filter((key) => !isUsed(key))).toEqual([])
})
