import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReadParagraph, type ReadText, readPasted } from '@/lib/reading/read-blocks'
import { withPlainDigits } from '@/lib/reading/superscripts'

const word = fc.stringMatching(/^[a-zé]{2,9}$/)
const sentence = fc
  .array(word, { minLength: 3, maxLength: 30 })
  .map(([first = '', ...rest]) => `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join(' ')}.`)
const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '))
const heading = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `Chapter ${words.join(' ')}`)
const item = fc.record({
  text,
  parts: fc.array(text, { maxLength: 9 }),
  heading: fc.option(heading, { nil: undefined }),
})
const style = fc.record({
  mark: fc.constantFrom('', '- ', '• '),
  blank: fc.boolean(),
  width: fc.integer({ min: 12, max: 90 }),
})

/** Prints paragraphs as a page of that width would have them. */
function printed(paragraphs: ReadParagraph[], { mark, blank, width }: { mark: string; blank: boolean; width: number }) {
  return paragraphs.flatMap(({ label, text, heading }, place) => {
    const above = heading !== paragraphs[place - 1]?.heading && heading !== undefined ? ['', heading, ''] : []
    const opening = label.startsWith('(') ? label : `${label}.`
    return [...above, ...wrapped(`${mark}${opening} ${text}`, width), ...(blank ? [''] : [])]
  })
}

function wrapped(text: string, width: number) {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && (last.length + word.length < width || (lines.length === 1 && last.length < 6)))
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

test('whatever is printed, with whatever marks and line breaks, is read as it was', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 300 }),
      style,
      (items, first, style) => {
        const paragraphs: ReadParagraph[] = []
        let over: string | undefined
        for (const [place, { text, parts, heading }] of items.entries()) {
          over = heading ?? over
          const parent = paragraphs.length
          const standing = over === undefined ? {} : { heading: over }
          paragraphs.push({ label: String(first + place), text, ...standing })
          for (const [part, text] of parts.entries()) {
            paragraphs.push({ label: `(${'abcdefghi'[part]})`, text, ...standing, parent })
          }
        }

        const read = readPasted(printed(paragraphs, style).join('\n'))

        expect(read).toEqual({ paragraphs, removed: [], whole: true })
      },
    ),
  )
})

const line = fc.oneof(
  sentence,
  heading,
  fc.constantFrom(
    '',
    '1.',
    '2. ',
    '(a) ',
    '- ',
    '12 bis. Then',
    '(i) and so',
    'V.10-52733',
    '3/24',
    '14/2',
    'The Council,',
    'Annex I',
    '1. Title',
    '3 See the plan.',
    'The plan.3',
    '___',
    'Contents',
    'A. Scope ..... 4',
    'a\tb\t1.1',
    '34th meeting',
    '[Adopted by',
    '16. (a) States act.',
    '（一）各国',
    '2、各国',
    '14 The',
    '•',
    'long-',
    'e.g. this',
  ),
  fc.string({ unit: 'grapheme' }),
)

/** Returns all that was read of a text, each part once: a heading where it begins. */
function partsOf({ paragraphs, removed }: ReadText) {
  return paragraphs
    .flatMap(({ label, section, heading, text, notes = [] }, place) => {
      const before = paragraphs[place - 1]
      const headings = new Set([section !== before?.section && section, heading !== before?.heading && heading])
      return [label, ...headings, text, ...notes.map(({ mark }) => mark)]
    })
    .concat(removed.map(({ text }) => text))
    .filter((part) => typeof part === 'string')
}

const readable = (text: string) => (withPlainDigits(text).match(/[\p{L}\p{M}\p{Nd}]/gu) ?? []).sort().join('')

test('whatever is pasted, each letter and digit of it is kept once', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      // Two headings that are alike would be told once.
      const pasted = lines
        .map((line, place) =>
          /^(?:14 )?\p{Lu}[\p{L} ]*$/u.test(line) ? `${line} ${'xyz'[place % 3]}${'q'.repeat(place)}` : line,
        )
        .join('\n')
      const read = readPasted(pasted)

      expect(readable(partsOf(read).join('\n'))).toBe(readable(pasted))
      for (const { parent, text } of read.paragraphs) {
        expect(text.trim()).toBe(text)
        expect(parent === undefined || parent < read.paragraphs.length).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
