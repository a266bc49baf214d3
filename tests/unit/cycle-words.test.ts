import { expect, test } from 'vitest'
import { whenInWords } from '@/app/(work)/cycles/cycle-words'
import type { Cycle } from '@/lib/cycles/cycle'

const open: Cycle = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Mid-year 2026',
  asks: 'report',
  state: 'open',
  opensOn: '2026-11-01',
  closesOn: '2026-12-20',
  organizations: [],
  groups: [],
  version: 2,
}

test('a closed cycle says the day on which it was closed, also before its closing day', () => {
  expect(whenInWords(open)).toEqual(['Open', '1 November 2026 to 20 December 2026'])
  expect(whenInWords({ ...open, state: 'closed', closedAt: '2026-11-30T10:00:00.000Z' })).toEqual([
    'Closed on 30 November 2026',
    'Closing day 20 December 2026',
  ])
})
