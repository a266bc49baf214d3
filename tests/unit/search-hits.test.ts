import { expect, test } from 'vitest'
import { hit, withHit } from '@/lib/register/search-hits'

const marked = (text: string, q: string) => withHit(text, q).replace(hit.start, '[').replace(hit.stop, ']')

test('what was typed is marked where it is a word of its own, else where it reads the same', () => {
  expect(marked('Work with IT equipment.', 'IT')).toBe('Work with [IT] equipment.')
  expect(marked('Work within it.', 'it')).toBe('Work within [it].')
  expect(marked('Work with Étienne.', 'etien')).toBe('Work with [Étien]ne.')
  expect(marked('Work with ITU.', 'IT')).toBe('Work w[it]h ITU.')
  expect(marked('Nothing of it.', 'UN')).toBe('Nothing of it.')
})
