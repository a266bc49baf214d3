import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableAddress } from '@/lib/server/readable-address'

test.each([
  ['/recommendations/SALVADOR-2010-17.2?q=50%25&after=x', '/recommendations/SALVADOR-2010-17.2?q=50%25&after=x'],
  ['/recommendations/%D9%A3', '/recommendations/%D9%A3'],
  ['/recommendations?q=100%', '/recommendations?q=100%'],
  ['/recommendations/%', '/recommendations/%25'],
  ['/recommendations/%ED%A0%80?q=%41', '/recommendations/%25ED%25A0%2580?q=%41'],
  ['/recommendations/a%00b?q=%00', '/recommendations/a%EF%BF%BDb?q=%EF%BF%BD'],
])('%s is read as %s', (asked, read) => {
  expect(readableAddress(asked)).toBe(read)
})

test('whatever is asked for, its path can be read, holds no NUL, and is read again as it is', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('%', '%00', '%41', '%ED', '%F0%9F%98%80', '/', '?'))
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const read = readableAddress(`/${parts.join('')}`)
      const [path = ''] = read.split('?')
      expect(decodeURIComponent(path)).not.toContain('\0')
      expect(readableAddress(read)).toBe(read)
    }),
  )
})
