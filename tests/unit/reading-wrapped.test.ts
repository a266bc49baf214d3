import { expect, test } from 'vitest'
import { readBlocks, readPasted } from '@/lib/reading/read-blocks'

const read = (...lines: string[]) =>
  readPasted(lines.join('\n')).paragraphs.map(({ label, text, heading }) => [label, text, heading])

test('headings and paragraphs without gaps are told by lines that had room for the next word', () => {
  const found = read(
    'A report on the inspection of grain, and on what it costs those who export it',
    'Highlights',
    'What the office found',
    'The service does not have enough inspectors at most of its offices, because it',
    'pays less than others do. (Paragraph 3)',
    'Key findings of chapter 3, on the legal system and on operational issues that',
    'arise from it',
    'a) Inspectors are required to weigh each lot, and to keep a record of what they',
    'find.',
    'b) The service should pay more.',
    'We are making the following recommendation to the ministry of agriculture:',
    'The ministry should see that the service keeps the inspectors that it has, and',
    'that it trains them.',
  )
  expect(found).toEqual([
    [
      '',
      'The service does not have enough inspectors at most of its offices, because it pays less than others do. (Paragraph 3)',
      'What the office found',
    ],
    [
      'a)',
      'Inspectors are required to weigh each lot, and to keep a record of what they find.',
      'Key findings of chapter 3, on the legal system and on operational issues that arise from it',
    ],
    ['b)', 'The service should pay more.', found[1]?.[2]],
    ['', 'We are making the following recommendation to the ministry of agriculture:', found[1]?.[2]],
    [
      '',
      'The ministry should see that the service keeps the inspectors that it has, and that it trains them.',
      found[1]?.[2],
    ],
  ])
})

test('numbers after a letter, by year, or of a French recommendation are labels where they continue a sequence', () => {
  const labels = (...lines: string[]) => read(...lines.flatMap((line) => [line, ''])).map(([label]) => label)
  expect(labels('R4-1 Test the welds.', 'R4-2 Keep the records.')).toEqual(['R4-1', 'R4-2'])
  expect(labels('2026/04 Test the welds.', '2026/05 Keep the records.')).toEqual(['2026/04', '2026/05'])
  expect(labels('Recommandation n° 1 Publier les avis.', 'Recommandation n° 2 Tenir un registre.')).toEqual([
    'Recommandation n° 1',
    'Recommandation n° 2',
  ])
})

test('a word that a line ends within is one word in a text that is not English, and as the text has it elsewhere', () => {
  expect(read('1. Se insta al Gobierno a que re-', 'mita al Parlamento un proyecto de ley.')[0]?.[1]).toBe(
    'Se insta al Gobierno a que remita al Parlamento un proyecto de ley.',
  )
  expect(read('1. The rules are for each workboat and for the work-', 'boats of the port.')[0]?.[1]).toContain(
    'workboats',
  )
})

test('a word that a narrow column broke after its first letters is unsure', () => {
  const { paragraphs } = readBlocks([
    { text: 'Recommendation 1: M', page: 1, size: 10 },
    { text: 'aintain the register of all vessels.', page: 1, size: 10 },
  ])
  expect(paragraphs[0]?.unsure?.at(-1)?.start).toBe(0)
})
