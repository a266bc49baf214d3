import { expect, test } from 'vitest'
import { inShort, pairsOfMany } from '@/lib/history/before-and-after'

const moved = (whom: string, before: string, after: string) => ({ whom, pairs: [{ label: 'Due date', before, after }] })

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
  const lead = { whom: 'UNODC', pairs: [{ label: 'Role', after: 'Lead' }] }

  expect(pairsOfMany([lead, { whom: 'Ministry of Justice', pairs: [] }])).toEqual([
    { label: 'Role', before: undefined, after: 'Lead (UNODC)' },
  ])
})

test('of many names the first are given, and how many more', () => {
  const parts = Array.from({ length: 15 }, (_, at) => moved(`Office ${at}`, 'No date', '20 November 2026'))
  parts.push(moved('UNODC', '1 September 2026', '20 November 2026'))

  expect(pairsOfMany(parts)[0]?.before).toMatch(/Office 11 and 3 others\) and 1 September 2026 \(UNODC\)$/)
})

test('of many with the same name, the name is said once, and names come by the alphabet', () => {
  expect(inShort(['Zambia', 'Ministry of Justice', 'Albania', 'Ministry of Justice'])).toBe(
    'Albania, Ministry of Justice and Zambia',
  )
})
