import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '@/lib/platform/own-path'

test.each(['/', '/recommendations?status=done&q=a%20b', '/recommendations/SALVADOR-2010-17.3?group=states#history'])(
  '%s is a path of ours',
  (path) => {
    expect(ownPath(path)).toBe(path)
  },
)

test.each([
  ...['/.//evil.example', '/..//evil.example', '/a/..//evil.example', '/%2e//evil.example', '/%2e%2e//evil.example'],
  ...['/x/%2e%2e//evil.example', '/./\\evil.example', '/.\\/evil.example', '/.//\\/evil.example', '//evil.example'],
  ...[
    '/\\evil.example',
    '/%5Cevil.example',
    '/%2fevil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    'a',
  ],
])('%j leads nowhere', (path) => {
  expect(ownPath(path)).toBeNull()
})

const piece = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '%5c',
  '%2f',
  'evil.example',
  '?',
  '#',
  '\t',
  '@',
  ':',
)
const hostile = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }))

test('whatever is given, a browser stays with us, and what it gives it gives again', () => {
  fc.assert(
    fc.property(hostile, (pieces) => {
      const path = ownPath(`/${pieces.join('')}`)
      if (path === null) return
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(new URL(path, 'https://own.example').host).toBe('own.example')
      expect(ownPath(path)).toBe(path)
    }),
    { numRuns: 2000 },
  )
})
