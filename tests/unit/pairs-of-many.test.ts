import { expect, test } from 'vitest'
import { inShort, pairsOfMany } from '@/lib/history/before-and-after'

const of = (...names: string[]) => ({ names, more: 0 })
const moved = (whom: string, before: string, after: string) => ({
  whom: of(whom),
  pairs: [{ label: 'Due date', before, after }],
})

test('what is the same for all is said once, and what differs with whom it is of', () => {
  const parts = [
    moved('UNODC', 'No date', '20 November 2026'),
    moved('Ministry of Justice', '1 September 2026', '20 November 2026'),
    moved('Ministry of Health', 'No date', '20 November 2026'),
  ]

  expect(pairsOfMany(parts)).toEqual([
    {
      label: 'Due date',
      before: 'No date (Ministry of Health and UNODC) and 1 September 2026 (Ministry of Justice)',
      after: '20 November 2026',
    },
  ])
})

test('what is said of some only is said with whom it is of', () => {
  const lead = { whom: of('UNODC'), pairs: [{ label: 'Role', after: 'Lead' }] }

  expect(pairsOfMany([lead, { whom: of('Ministry of Justice'), pairs: [] }])).toEqual([
    { label: 'Role', before: undefined, after: 'Lead (UNODC)' },
  ])
})

test('of many names the first are given, and how many more', () => {
  const parts = Array.from({ length: 15 }, (_, at) => moved(`Office ${at}`, 'No date', '20 November 2026'))
  parts.push(moved('UNODC', '1 September 2026', '20 November 2026'))

  expect(pairsOfMany(parts)[0]?.before).toMatch(/Office 11 and 3 others\) and 1 September 2026 \(UNODC\)$/)
})

test('of many with the same name, the name is said once, and names come by the alphabet', () => {
  expect(inShort(of('Zambia', 'Ministry of Justice', 'Albania', 'Ministry of Justice'))).toBe(
    'Albania, Ministry of Justice and Zambia',
  )
})

test('subjects whose names were not read are counted', () => {
  expect(inShort({ names: ['Zambia', 'Albania'], more: 3 })).toBe('Albania, Zambia and 3 others')
  const some = { ...moved('Albania', 'No date', '20 November 2026'), whom: { names: ['Albania'], more: 40 } }
  expect(pairsOfMany([some, moved('UNODC', '1 September 2026', '20 November 2026')])).toEqual([
    {
      label: 'Due date',
      before: 'No date (Albania and 40 others) and 1 September 2026 (UNODC)',
      after: '20 November 2026',
    },
  ])
})
