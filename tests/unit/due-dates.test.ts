import { expect, test } from 'vitest'
import { distanceInWords } from '@/lib/domain/due-dates'
import { isPending } from '@/lib/domain/statuses'

const today = '2026-11-24'

test.each([
  { dueOn: '2026-11-15', note: '9 days overdue', tone: 'late' },
  { dueOn: '2026-11-23', note: '1 day overdue', tone: 'late' },
  { dueOn: '2026-11-24', note: 'today', tone: 'soon' },
  { dueOn: '2026-12-24', note: 'in 30 days', tone: 'soon' },
  { dueOn: '2026-12-25', note: 'in 31 days', tone: undefined },
  { dueOn: '2027-01-31', note: 'in 68 days', tone: undefined },
])('on 24 November 2026, $dueOn is $note', ({ dueOn, note, tone }) => {
  expect(distanceInWords(dueOn, today)).toEqual(tone ? { note, tone } : { note })
})

test('a due date no longer matters for what is done or closed', () => {
  expect((['not_started', 'in_progress', 'partially_implemented'] as const).map(isPending)).toEqual([true, true, true])
  expect((['implemented', 'verified', 'closed'] as const).map(isPending)).toEqual([false, false, false])
})
