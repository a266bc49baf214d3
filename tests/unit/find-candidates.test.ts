import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPasted } from '@/lib/reading/read-blocks'
import { cut } from '@/lib/reading/sentences'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import { salvador } from '@/prisma/seed/salvador'
import { markedTexts, suggestedIn } from '../support/marked-texts'

test.each(markedTexts('seen'))('the recommendations of $name are found, and nothing else', async (marked) => {
  expect(await suggestedIn(marked)).toMatchObject({ missed: [], wrong: [] })
})

test('nearly all recommendations of other texts are found, and little else', async () => {
  const results = await Promise.all(markedTexts('unseen').map(suggestedIn))
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const [found, missed] = [sum(results.map((one) => one.found)), sum(results.map((one) => one.missed.length))]
  const [suggested, wrong] = [sum(results.map((one) => one.suggested)), sum(results.map((one) => one.wrong.length))]
  expect(found + missed).toBeGreaterThan(145)
  expect(found / (found + missed)).toBeGreaterThanOrEqual(0.95)
  expect(1 - wrong / suggested).toBeGreaterThanOrEqual(0.9)
})

test('the ten sentences of the source report are suggested, each with its place, and nothing before them', async () => {
  const { paragraphs } = readPasted(readFileSync('tests/support/report-of-committee-ii.txt', 'utf8'))
  const candidates = await findCandidates(paragraphs, { language: 'en' })
  const suggested = candidates.filter(({ confidence }) => confidence >= 0.5)
  expect(suggested.map(({ paragraph, start, end }) => [paragraphs[paragraph]?.label, start, end])).toEqual([
    ['15', 0, 232],
    ['16', 0, 157],
    ['16', 158, 292],
    ['17', 0, 74],
    ['17', 75, 255],
    ['17', 256, 434],
    ['17', 435, 556],
    ['18', 0, 129],
    ['18', 130, 189],
    ['18', 190, 325],
  ])
  const text = new Map<string, string>(salvador.paragraphs.map((one) => [one.label, one.text]))
  for (const { paragraph, start, end, quote } of suggested) {
    expect(quote).toBe(cut(text.get(paragraphs[paragraph]?.label ?? '') ?? '', { start, end }))
  }
})

test('a quote is the text of its place, also after characters of two units', async () => {
  const text = 'A 😀 is shown. States should act; 😀 and wait. Requests States to pay; urges them to vote.'
  for (const { start, end, quote } of await findCandidates([{ label: '1', text }], { language: 'en' })) {
    expect(quote).toBe(cut(text, { start, end }))
  }
})

test('"WHO" is an organization, not the word "who"', async () => {
  const paragraphs = [
    { label: '1', text: 'Member States should report.' },
    { label: '2', text: 'WHO should publish a plan by 30 June 2027. It should test the plan first.' },
    { label: '3', text: 'The Board recommends that UNICEF and WHO train nurses.' },
    { label: '4', text: 'The experts who should know were absent.' },
    { label: '5', text: 'WHO, UNEP and FAO should report. HIV and AIDS programmes should be funded by the Board.' },
  ]
  const found = await findCandidates(paragraphs, { language: 'en' })
  const likely = found.filter(({ confidence }) => confidence >= 0.5)
  expect(likely.map(({ paragraph, addressees }) => [paragraph, ...addressees.map(({ name }) => name)])).toEqual([
    [0, 'Member States'],
    [1, 'WHO'],
    [1, 'WHO'],
    [2, 'UNICEF', 'WHO'],
    [4, 'WHO', 'UNEP', 'FAO'],
    [4, 'Board'],
  ])
})

test('an item takes from its introduction who is to act and by when, and "it" from the sentence before', async () => {
  const paragraphs = [
    { label: '1', text: 'Requests the Board, by 1 May 2027:' },
    { label: '(a)', text: 'To meet twice;', parent: 0 },
    { label: '2', text: 'The Board should report. It should also publish its plans.' },
  ]
  const board = [{ name: 'Board', match: 'new' }]
  expect(await findCandidates(paragraphs, { language: 'en' })).toMatchObject([
    { paragraph: 1, title: 'Meet twice', kind: 'action', addressees: board, dueOn: '2027-05-01' },
    { paragraph: 2, title: 'Report', addressees: board },
    { paragraph: 2, title: 'Publish its plans', addressees: board },
  ])
})

test('a table gives grade, priority, owner and date', async () => {
  const cells = [
    { column: 'Priority', text: 'High' },
    { column: 'Owner', text: 'Head of IT' },
    { column: 'Due date', text: '31/03/2027' },
    { column: 'Grade', text: 'B' },
  ]
  const fields = { owner: 'Head of IT', priority: 'High', grade: 'B', dueOn: '2027-03-31' }
  const row = { label: '1', text: 'Update the register.', cells }
  expect(await findCandidates([row], { language: 'en' })).toMatchObject([{ title: 'Update the register', ...fields }])
  const lines = [
    'Recommendation: Update the register.',
    'Priority: High',
    'Owner: Head of IT',
    'Due date: 31 March 2027',
  ]
  expect(
    await findCandidates(
      lines.map((text) => ({ label: '', text })),
      { language: 'en' },
    ),
  ).toMatchObject([{ quote: 'Update the register.', owner: 'Head of IT', priority: 'High', dueOn: '2027-03-31' }])
})

const longest = 600_000
const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const long = [
  ['sentences', 'States should act at once. '],
  ['one sentence of many requests', 'States should act and '],
  ['many semicolons', 'urge action; '],
  ['many days', 'by 2027 within two years the '],
  ['many clauses', 'In, the, '],
  ['many conjunctions', 'Welcomes it and invites it, '],
  ['many brackets', 'Act (a) (b) '],
  ['many names', 'Requests States and the Ministry of '],
  ['Chinese', '委员会建议缔约国应'],
] as const
test.each(long)('the longest text of %s is searched in a time that grows with its length', async (name, unit) => {
  const time = async (length: number) => {
    const about = { language: name === 'Chinese' ? 'zh' : 'en', date: '2024-01-01', themes: ['Trade'] }
    const before = process.cpuUsage()
    await findCandidates([{ label: '1', text: filled(unit, length) }], about)
    return process.cpuUsage(before).user / 1000
  }
  await time(longest / 8)
  const half = Math.max(await time(longest / 2), 50)
  // Twice the time, and room for a busy machine. A search of the whole text for each word takes hours.
  expect(await time(longest)).toBeLessThan(6 * half)
})
