import { expect, test } from 'vitest'
import { readPasted } from '@/lib/reading/read-blocks'

const read = (...lines: string[]) => readPasted(lines.join('\n')).paragraphs.map(({ label, text }) => [label, text])

test('headings of a copied text without blank lines are headings', () => {
  const { paragraphs } = readPasted(
    [
      'I. Background',
      '1. The Office audited the management of fuel in the regional office of the',
      'agency, as it does every year.',
      'II. Results of the audit',
      'A. Receipt of fuel',
      '2. Nine deliveries were not tested, because the office had no kits in the',
      'months of July and August.',
    ].join('\n'),
  )
  expect(paragraphs).toEqual([
    {
      label: '1',
      text: 'The Office audited the management of fuel in the regional office of the agency, as it does every year.',
      heading: 'I. Background',
    },
    {
      label: '2',
      text: 'Nine deliveries were not tested, because the office had no kits in the months of July and August.',
      heading: 'A. Receipt of fuel',
    },
  ])
})

test('a number without a full stop is a label also where an extract leaves some out', () => {
  expect(
    read(
      '1 The Department is responsible for the schools of the country.',
      '',
      '2 This report examines whether it knows their condition.',
      '',
      '7 The survey of the Department does not include any structural checks.',
    ).map(([label]) => label),
  ).toEqual(['1', '2', '7'])
})

test('small letters without brackets are labels in a list that a colon opens, and articles elsewhere', () => {
  expect(read('15. It should:', '', 'a publish a plan;', '', 'b review it.', '', '16. They meet.')).toEqual([
    ['15', 'It should:'],
    ['a', 'publish a plan;'],
    ['b', 'review it.'],
    ['16', 'They meet.'],
  ])
  expect(read('15. It should:', 'a plan is not enough.')).toEqual([['15', 'It should: a plan is not enough.']])
})

test('a label at the beginning of a line goes on with a list within its sentence', () => {
  expect(read('4. The Mission should: (a) find the losses; and', '(b) recover them.', '5. It did.')).toEqual([
    ['4', 'The Mission should: (a) find the losses; and (b) recover them.'],
    ['5', 'It did.'],
  ])
})

test('a sentence that ends in brackets ends its paragraph', () => {
  const first = 'The Secretary should set goals. (Recommendation 1)'
  expect(read('We recommend the following:', '', first, '', 'The Director should collect data.')).toContainEqual([
    '',
    first,
  ])
})

test('words of any language are joined unless both halves are words', () => {
  expect(
    read('1. The in-', 'clusion of chil-', 'dren, the proyec-', 'to of Ka-', 'renga and its low-', 'water.'),
  ).toEqual([['1', 'The inclusion of children, the proyecto of Karenga and its low-water.']])
})

test('a mark of a note is removed after a year and after a percentage, where its note is known', () => {
  const note = ['_____', '1 See the table.', '2 Ibid.']
  expect(read('1. It has until December 2028.1', '2. It files 92%.2', ...note)).toEqual([
    ['1', 'It has until December 2028.'],
    ['2', 'It files 92%.'],
  ])
})

test('a hyphen that may belong to the word stays, and is marked', () => {
  const { paragraphs } = readPasted('1. Collect data on drop-\nout, and act with-\nout delay.')
  expect(paragraphs).toEqual([
    { label: '1', text: 'Collect data on drop-out, and act without delay.', unsure: [{ start: 20, end: 21 }] },
  ])
})

test('a word that some write as one and others with a hyphen stays as it is, unless the text has it elsewhere', () => {
  const broken = '1. Train the health-\ncare staff for the use of data in the regions, dis-\naggregated by sex.'
  const [alone] = readPasted(broken).paragraphs
  expect(alone?.text).toBe('Train the health-care staff for the use of data in the regions, disaggregated by sex.')
  expect(alone?.unsure).toEqual([{ start: 16, end: 17 }])

  const [known] = readPasted(`${broken}\n\n2. To fund healthcare is the aim of the plan.`).paragraphs
  expect(known?.text).toContain('Train the healthcare staff')
  expect(known).not.toHaveProperty('unsure')
})
