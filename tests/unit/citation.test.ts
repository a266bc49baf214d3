import { expect, test } from 'vitest'
import { paragraphInWords } from '@/lib/domain/citation'

test.each([
  [{ label: '17', ordinal: 1 }, 'Para. 17'],
  [{ label: '(a)', ordinal: 2, parent: '17' }, 'Para. 17 (a)'],
  [{ label: 'Recommendation 1', ordinal: 3 }, 'Recommendation 1'],
  [{ label: '(a)', ordinal: 4, parent: 'Rec. 2' }, 'Rec. 2 (a)'],
  [{ label: '', ordinal: 5 }, 'Unnumbered paragraph 5'],
])('a paragraph with %o is said as %s', (place, sentence) => {
  expect(paragraphInWords(place)).toBe(sentence)
})
