import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf } from '@/lib/keys/make-keys'
import { readPasted } from '@/lib/reading/read-blocks'
import { segmentsOf } from '@/lib/reading/sentence-breaks'
import { sentencesOf } from '@/lib/reading/sentences'
import { markedSpans, placedParagraphs } from '@/lib/registration/new-document'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import { processorTime } from '../support/processor-time'

const longest = 600_000
const filled = (unit: string) => unit.repeat(Math.ceil(longest / unit.length)).slice(0, longest)
const numbered = Array.from({ length: 4000 }, (_, place) => `${place + 1}. A rule.`).join('\n')

/** Generous for a slow machine: each of them took minutes, hours or a stack overflow where a loop copied its text. */
const soon = 16_000

const texts = [
  ['one line', filled('a')],
  ['lines of 80 characters', filled(`${'word '.repeat(16)}\n`)],
  ['lines of one character', filled('a\n')],
  ['short paragraphs', filled('a\n\n')],
  ['headings', filled('A\n\n')],
  ['parts after many numbers', `${numbered}\n${'(a) x\n'.repeat(4000)}`],
  ['a long label', `${'1.'.repeat(100_000)} x\n${'5. x\n'.repeat(50_000)}`],
  ['sentences', filled('Act now. ')],
  ['sentences in Chinese', filled('各国应当采取措施加强合作并促进人权。')],
  ['sentences that go on', filled('See art. 5, cf. no. 7. ')],
  ['short sentences', filled('A. ')],
  ['paragraphs just short enough', filled(`${'A. '.repeat(6_600)}\n\n`)],
  ['marks of notes', filled('A plan.12 The rule. (Paragraph 13) 5 The “end.” ')],
  ['unclosed brackets', filled('It ends. (Paragraph ')],
  ['initials', filled('by T. B. Okoro. ')],
  ['many parts', filled('(xxxx) a;\n')],
  ['full stops', filled('. ')],
  ['soft hyphens', filled('a\u00AD\n')],
  ['blanks', `a${' '.repeat(longest - 2)}b`],
] as const
test.each(texts)('the longest text of %s is read soon', (_, pasted) => {
  expect(processorTime(() => readPasted(pasted).paragraphs.map(({ text }) => sentencesOf(text)))).toBeLessThan(soon)
})

test('sentences are the same whether a text is read whole or in pieces', () => {
  const words = fc.constantFrom(
    'Act. ',
    'a. ',
    'See art. 5. ',
    '“Go!” ',
    '3. ',
    'И так. ',
    '各国。',
    ' ',
    '\n',
    'x',
    '?! (',
    '🌍',
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 300, maxLength: 900 }), (parts) => {
      const text = parts.join('')
      const whole = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
      expect([...segmentsOf(text)]).toEqual(whole.map(({ segment, index }) => ({ segment, index })))
    }),
    { numRuns: 60 },
  )
})

test('the longest sentence gets its title soon', () => {
  const time = processorTime(() => {
    suggestTitle(`a${'. '.repeat(9_999)}b`)
    suggestTitle(`a should ${'. and'.repeat(4000)}`)
  })
  expect(time).toBeLessThan(soon)
})

test('the most recommendations of one paragraph get their quotes and keys soon', () => {
  const text = 'Act. '.repeat(4000)
  const recommendations = Array.from({ length: 5000 }, (_, place) => ({ paragraph: 1, start: place, end: place + 4 }))
  const document = {
    id: 'x',
    code: 'A',
    title: 'A',
    language: 'en',
    paragraphs: [{ label: '1', text }],
    recommendations,
  }
  const time = processorTime(() => keysOf('A', placedParagraphs(document).placed, markedSpans(document).marked))
  expect(time).toBeLessThan(soon)
})

/** The shortest of a few tries: a busy machine makes any of them longer. */
function fastest(work: () => unknown) {
  return Math.min(...Array.from({ length: 3 }, () => processorTime(work)))
}

test('the marks of a long text in Chinese take nowhere near as long as they would if each were looked up in the whole text', () => {
  const marking = (sentence: string) => {
    const text = sentence.repeat(100)
    const paragraphs = Array.from({ length: 30 }, (_, place) => ({ label: `${place + 1}`, text }))
    const length = text.length / 100
    const recommendations = paragraphs.flatMap((_, place) =>
      Array.from({ length: 100 }, (_, at) => ({ paragraph: place + 1, start: at * length, end: (at + 1) * length })),
    )
    const document = { id: 'x', code: 'A', title: 'A', language: 'zh', paragraphs, recommendations }
    expect(markedSpans(document)).toMatchObject({ marked: { length: 3000 }, errors: [] })
    return fastest(() => markedSpans(document))
  }
  // It took 70 times as long as in English then. A busy machine alone makes it 7 times.
  expect(marking(`${'各国应当采取措施'.repeat(20)}。`)).toBeLessThan(20 * marking(`${'do some '.repeat(20)}.`))
})
