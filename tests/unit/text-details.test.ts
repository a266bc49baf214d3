import { expect, test } from 'vitest'
import { type Block, blocksOfText } from '@/lib/reading/block'
import { readBlocks } from '@/lib/reading/read-blocks'
import { contradicts } from '@/lib/suggestions/language-of'
import { textDetails } from '@/lib/suggestions/text-details'

const of = (blocks: readonly Block[]) => textDetails(blocks, readBlocks(blocks).paragraphs)
const found = (...lines: string[]) => of(blocksOfText(lines.join('\n')))

const sentence = '1. The States that took part in the review should tell the Council in the spring of 2027 (A/1/2).'

test('the lines over a text give its symbol, its body, its day, its title and its language', () => {
  const text = [
    ...[
      'United Nations  A/HRC/99/15',
      '',
      'General Assembly',
      '',
      'Distr.: General',
      '14 May 2026',
      'Original: English',
    ],
    ...[
      '',
      'Human Rights Council',
      '',
      'Ninety-ninth session',
      '',
      'Report on safe mountain roads and on the people who',
      '',
    ],
  ]
  expect(found(...text, 'Note by the Secretariat', '', sentence)).toEqual({
    title: 'Report on safe mountain roads and on the people who',
    symbol: 'A/HRC/99/15',
    body: 'General Assembly',
    date: '2026-05-14',
    language: 'en',
  })
})

test('a title goes on where its line is full, and ends before the first part of the text', () => {
  const wide = 'The meeting was held in the capital, and took note of what the States had done before'
  expect(
    found(
      'HC 512',
      'Joint assessment of the capacities of Varland and of those of all of its many rural provinces in',
      '2027',
      wide,
      sentence,
    ),
  ).toMatchObject({
    symbol: 'HC 512',
    title: 'Joint assessment of the capacities of Varland and of those of all of its many rural provinces in 2027',
  })
  expect(found('Summary', '', sentence).title).toBeUndefined()
  expect(found('Safe ports', '', 'Introduction', '', sentence).title).toBe('Safe ports')
})

test('a heading, the largest type or bold type is the title', () => {
  const text = { text: sentence, size: 10 }
  expect(
    of([{ text: 'I. Aims', heading: 1, whole: true }, { text: 'Safe ports', heading: 2, whole: true }, text]).title,
  ).toBe('Safe ports')
  expect(
    of([
      { text: 'Office of Roads', size: 12 },
      { text: 'Safe ports', size: 18 },
      { text: 'and harbours', size: 18 },
      text,
      text,
    ]).title,
  ).toBe('Safe ports and harbours')
  expect(of([{ text: 'Cover', size: 10 }, { text: 'Safe ports', bold: true, size: 10 }, text]).title).toBe('Safe ports')
})

test.each([
  ['Kisumu, 4–8 May 2026', '2026-05-08'],
  ['Le 3 mars 2026', '2026-03-03'],
  ['Publicado el 3 de marzo de 2026', '2026-03-03'],
  ['2026年4月10日', '2026-04-10'],
  ['Version of 2026-07-21', '2026-07-21'],
  ['May 2026', undefined],
  ['05/06/2026', undefined],
  ['It decided on 3 March 2026 that all of the States that had taken part in the survey should answer it;', undefined],
])('of %j the day is %j', (line, date) => {
  expect(found(line, '', sentence).date).toBe(date)
})

test.each([
  ['COMMITTEE AGAINST TORTURE', 'COMMITTEE AGAINST TORTURE'],
  ['Twelfth Congress on the Prevention of Crime', 'Twelfth Congress on the Prevention of Crime'],
  ['Comité des droits de l’enfant', 'Comité des droits de l’enfant'],
  ['Комитет по правам человека', 'Комитет по правам человека'],
  ['人权理事会', '人权理事会'],
  ['Report of the Committee against Torture', undefined],
  ['Organization of work', undefined],
  ['The Committee met in Geneva.', undefined],
])('of %j the body is %j', (line, body) => {
  expect(found(line, '', sentence).body).toBe(body)
})

test('a symbol that is only mentioned is not that of the text', () => {
  expect(found('Follow-up (see A/70/12)', '', sentence).symbol).toBeUndefined()
  expect(
    found('This note supplements the report A/70/12 of the working group on ports', '', sentence).symbol,
  ).toBeUndefined()
  expect(found('Views', '', sentence, 'A/70/12').symbol).toBeUndefined()
})

test('a file that says it is in another language than its text is not believed', () => {
  expect(contradicts('en-US', 'fr')).toBe(true)
  expect(contradicts('fr', 'fr')).toBe(false)
  expect(contradicts('nl', 'de')).toBe(false)
  expect(contradicts('en', undefined)).toBe(false)
})
