import { expect, test } from 'vitest'
import { beginningOf, plainWords } from '@/lib/platform/markdown'

test('the beginning of a text is in plain words, and ends with an ellipsis if more follows', () => {
  expect(plainWords('The **law** of [May](https://example.org).\n\n- a `b`\n- c<br>')).toBe('The law of May. a b c<br>')
  expect(beginningOf('**Two** words', 20)).toBe('Two words')
  expect(beginningOf(`**${'word '.repeat(20)}**`, 12)).toBe('**word word…')
  expect(beginningOf(`a\n\n${'\u{1F600}'.repeat(9)}`, 4)).toBe('a \u{1F600}\u{1F600}…')
  expect(beginningOf(`[a](https://example.org/${'b'.repeat(99)}) c`, 20)).toMatch(/…$/)
})
