import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, cut, sentenceAt, sentencesOf } from '@/lib/reading/sentences'
import { salvador } from '@/prisma/seed/salvador'

const read = (text: string) => sentencesOf(text).map((span) => cut(text, span))

test.each([
  [15, 1],
  [16, 2],
  [17, 4],
  [18, 3],
])('paragraph %i of the report has %i sentences', (label, count) => {
  const paragraph = salvador.paragraphs.find((one) => one.label === String(label))
  expect(sentencesOf(paragraph?.text ?? '')).toHaveLength(count)
})

test.each([
  ['See art. 5, Annex II. States agreed.', ['See art. 5, Annex II.', 'States agreed.']],
  ['They saw works of art. States agreed.', ['They saw works of art.', 'States agreed.']],
  ['It is in vol. II of the report. States agreed.', ['It is in vol. II of the report.', 'States agreed.']],
  ['In para. 5 of doc. A/1 (art. 3). States agreed.', ['In para. 5 of doc. A/1 (art. 3).', 'States agreed.']],
  ['As in No. 4. States agreed.', ['As in No. 4.', 'States agreed.']],
  ['The answer was no. States agreed.', ['The answer was no.', 'States agreed.']],
  ['Dr. Okoye and Ms. Li (cf. General Assembly) spoke.', ['Dr. Okoye and Ms. Li (cf. General Assembly) spoke.']],
  ['Networks, e.g. INTERPOL, should help. Others, too.', ['Networks, e.g. INTERPOL, should help.', 'Others, too.']],
  ['Is it done? No! It goes on …', ['Is it done?', 'No!', 'It goes on …']],
  ['One sentence without its stop', ['One sentence without its stop']],
  ['First line.\nSecond line.', ['First line.', 'Second line.']],
  ['合作应当加强。各国同意。', ['合作应当加强。', '各国同意。']],
  ['  Spaces around.   Spaces between.  ', ['Spaces around.', 'Spaces between.']],
  ['', []],
  [' \n\t ', []],
])('%j', (text, sentences) => {
  expect(read(text)).toEqual(sentences)
})

test('places are counted in code points, however many units or marks a character takes', () => {
  const text = 'A 😀 laughs. E\u0301t\u0065\u0301 comes. Then 👩🏽‍🚒 goes.'
  expect(sentencesOf(text)).toEqual([
    { start: 0, end: 11 },
    { start: 12, end: 24 },
    { start: 25, end: 40 },
  ])
})

const piece = fc.oneof(
  fc.constantFrom(
    '. ',
    '.',
    '? ',
    ' ',
    '\n',
    '  ',
    'art. ',
    'e.g. ',
    'States ',
    'agreed',
    '5',
    '😀',
    'e\u0301',
    '漢。',
    '\u2029',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const anyText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

test('whatever the text, its sentences stand in order and leave out nothing but spaces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const characters = [...text]
      let past = 0
      for (const { start, end } of sentencesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(past)
        expect(end).toBeGreaterThan(start)
        expect(characters.slice(past, start).join('').trim()).toBe('')
        const sentence = cut(text, { start, end })
        expect(sentence.trim()).toBe(sentence)
        past = end
      }
      expect(past).toBeLessThanOrEqual(codePoints(text))
      expect(characters.slice(past).join('').trim()).toBe('')
    }),
  )
})

test('every place of a sentence is in that sentence, and a place between two is in the first', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const sentences = sentencesOf(text)
      for (const [index, { start, end }] of sentences.entries()) {
        const next = sentences[index + 1]?.start ?? codePoints(text)
        for (let place = start; place < Math.max(end, next); place++) {
          expect(sentenceAt(text, place)).toBe(index + 1)
        }
      }
      expect(sentenceAt(text, 0)).toBe(1)
    }),
  )
})
