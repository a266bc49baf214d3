import { expect, test } from 'vitest'
import { readPasted } from '@/lib/reading/read-blocks'
import { salvador } from '@/prisma/seed/salvador'

const read = (...lines: string[]) => readPasted(lines.join('\n')).paragraphs

test('numbers, whatever marks a list put before them, begin paragraphs', () => {
  expect(
    read('15. States should act.', '- 16. They should report.', '', '• 17.\tAnd verify.', '18.', 'Then close.'),
  ).toEqual([
    { label: '15', text: 'States should act.' },
    { label: '16', text: 'They should report.' },
    { label: '17', text: 'And verify.' },
    { label: '18', text: 'Then close.' },
  ])
})

test('numbers between numbers are numbers', () => {
  expect(read('12. One.', '12 bis. Two.', '12 ter. Three.', '13. Four.').map(({ label }) => label)).toEqual([
    ...['12', '12 bis', '12 ter', '13'],
  ])
  expect(
    read('139.1 Ratify the Convention (Spain);', '139.2 Ratify the Protocol (Peru).').map(({ label }) => label),
  ).toEqual([...['139.1', '139.2']])
})

test('parts belong to their paragraph, and parts of parts to theirs', () => {
  expect(
    read(
      '17. States should:',
      '(a) Train;',
      '(b) Equip, and in particular:',
      '(i) Laboratories;',
      '(ii) Courts; and',
      '(c) Report.',
      '18. The Secretariat should:',
      '- (a) Help;',
      '- (b) Wait.',
    ),
  ).toEqual([
    { label: '17', text: 'States should:' },
    { label: '(a)', text: 'Train;', parent: 0 },
    { label: '(b)', text: 'Equip, and in particular:', parent: 0 },
    { label: '(i)', text: 'Laboratories;', parent: 2 },
    { label: '(ii)', text: 'Courts; and', parent: 2 },
    { label: '(c)', text: 'Report.', parent: 0 },
    { label: '18', text: 'The Secretariat should:' },
    { label: '(a)', text: 'Help;', parent: 6 },
    { label: '(b)', text: 'Wait.', parent: 6 },
  ])
})

test('"(i)" after "(h)" is a letter', () => {
  const letters = [...'abcdefghij'].map((letter) => `(${letter}) Item;`)
  expect(read('1. List:', ...letters).map(({ parent }) => parent)).toEqual([undefined, ...letters.map(() => 0)])
})

test('items without a number belong to their paragraph', () => {
  expect(read('1. States should:', '• Train judges;', '• Equip', 'courts.')).toEqual([
    { label: '1', text: 'States should:' },
    { label: '', text: 'Train judges;', parent: 0 },
    { label: '', text: 'Equip courts.', parent: 0 },
  ])
})

test('a heading stands over every paragraph until the next one', () => {
  expect(
    read('General discussion', '', '1. One.', '', '2. Two.', '', 'Conclusions and', 'recommendations', '3. Three.'),
  ).toEqual([
    { label: '1', text: 'One.', heading: 'General discussion' },
    { label: '2', text: 'Two.', heading: 'General discussion' },
    { label: '3', text: 'Three.', heading: 'Conclusions and recommendations' },
  ])
})

test('lines that a page’s width broke are put together, and hyphens stay', () => {
  expect(
    read(
      '1. Long-',
      'term work, short-',
      'and medium-term, in',
      'paragraph',
      '12. of that report, and subparagraphs (a) and',
      '(b) of it.',
    ),
  ).toEqual([
    {
      label: '1',
      text: 'Long-term work, short- and medium-term, in paragraph 12. of that report, and subparagraphs (a) and (b) of it.',
    },
  ])
})

test('a figure at the beginning of a line is no label', () => {
  expect(read('1. It rose by', '3.5 per cent, since', '1994. The', 'rest follows.')).toHaveLength(1)
})

test('a sentence that a page’s end broke goes on after its furniture, which is left out and said', () => {
  const { paragraphs, removed } = readPasted(
    '9. They said that it\n\n2 V.10-52733\n\nrequired skills.\n\nA/CONF.213/L.6\n\n– 12 –\n\n10. Then.\n\nAnnex',
  )
  expect(paragraphs).toEqual([
    { label: '9', text: 'They said that it required skills.' },
    { label: '10', text: 'Then.' },
  ])
  expect(removed).toEqual([
    { text: '2 V.10-52733', why: 'job_number' },
    { text: 'A/CONF.213/L.6', why: 'symbol' },
    { text: '– 12 –', why: 'page_number' },
    { text: 'Annex', why: 'heading' },
  ])
})

test('the symbol of an addendum, a revision, a corrigendum or a volume is furniture too', () => {
  const symbols = [
    'A/CONF.999/L.4/Add.2',
    'CAC/COSP/2019/L.2/Rev.1',
    'A/76/5 (Vol. I)/Corr.1',
    'E/2010/30/Add.1/Corr.2*',
  ]
  const { paragraphs, removed } = readPasted(`1. First.\n\n${symbols.join('\n\n')}\n\n2. Second.`)
  expect(paragraphs.map(({ text }) => text)).toEqual(['First.', 'Second.'])
  expect(removed).toEqual(symbols.map((text) => ({ text, why: 'symbol' })))
})

test('the name of a recommendation, on a line of its own or before its text, is its label and no part of it', () => {
  expect(
    read(
      '7. The auditors noted gaps.',
      'Recommendation 1',
      'The Ministry should publish its plan, as in',
      'Recommendation 4 of the last report.',
      '',
      'Recommendation 2:',
      '',
      'The Board should act.',
      'Rec. 3. The Fund should act.',
      '8. They also noted that',
      'Recommendation 1',
      'stands.',
      'Recommandation 4 – Le ministère devrait agir.',
    ),
  ).toEqual([
    { label: '7', text: 'The auditors noted gaps.' },
    {
      label: 'Recommendation 1',
      text: 'The Ministry should publish its plan, as in Recommendation 4 of the last report.',
    },
    { label: 'Recommendation 2', text: 'The Board should act.' },
    { label: 'Rec. 3', text: 'The Fund should act.' },
    { label: '8', text: 'They also noted that Recommendation 1 stands.' },
    { label: 'Recommandation 4', text: 'Le ministère devrait agir.' },
  ])
})

test('a paragraph without a number has no label, and a preamble is no heading', () => {
  expect(read('The Conference,', 'recalling its mandate,', '', '1. Decides to act.', '', 'It was so decided.')).toEqual(
    [
      { label: '', text: 'The Conference, recalling its mandate,' },
      { label: '1', text: 'Decides to act.' },
      { label: '', text: 'It was so decided.' },
    ],
  )
})

test('other scripts are read by the same rules', () => {
  expect(
    read('15. 各国应加强能力，', '并提供技术援助。', '16. Государства должны:', 'а) действовать;', 'б) сообщать.'),
  ).toEqual([
    { label: '15', text: '各国应加强能力，并提供技术援助。' },
    { label: '16', text: 'Государства должны:' },
    { label: 'а)', text: 'действовать;', parent: 1 },
    { label: 'б)', text: 'сообщать.', parent: 1 },
  ])
})

test('the cells of a row that are no part of its text are kept, and listed as removed', () => {
  const { paragraphs, removed } = readPasted('No.\tRecommendation\tOwner\n1\tUpdate the register.\tThe board')
  expect(paragraphs).toEqual([
    { label: '1', text: 'Update the register.', cells: [{ column: 'Owner', text: 'The board' }] },
  ])
  expect(removed).toContainEqual({ text: 'The board', why: 'table_cell' })
})

test('nothing is no paragraph', () => {
  expect(readPasted(' \r\n\t')).toEqual({ paragraphs: [], removed: [], whole: true })
})

test('the conclusions of Salvador come out letter for letter', () => {
  const pasted = salvador.paragraphs.map(({ label, text }) => `- ${label}. ${text}`)
  expect(read(salvador.heading, '', ...pasted)).toEqual(
    salvador.paragraphs.map((paragraph) => ({ ...paragraph, heading: salvador.heading })),
  )
})
