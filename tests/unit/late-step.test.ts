import { expect, test } from 'vitest'
import type { AssignmentInPlace } from '@/lib/assignments/possible-changes'
import { isLate } from '@/lib/plans/late-step'

const today = '2026-11-30'
const step = { state: 'planned', dueOn: '2026-11-29' } as const
const place: AssignmentInPlace = {
  assignment: { status: 'in_progress', position: 'pending', verification: 'none' },
  recommendationClosed: false,
  documentArchived: false,
  organizationArchived: false,
}
const verified = { ...place.assignment, status: 'verified', verification: 'verified' } as const
const closed = { ...place.assignment, status: 'closed', closure: 'superseded' } as const

test.each([
  { rule: 'a step is late after its due date', late: true },
  { rule: 'what is under way can be late, too', step: { ...step, state: 'under_way' as const }, late: true },
  { rule: 'a step is not late on its due date', step: { ...step, dueOn: today }, late: false },
  { rule: 'a step without a date is never late', step: { state: 'planned' as const }, late: false },
  { rule: 'what is done is not late', step: { ...step, state: 'done' as const }, late: false },
  { rule: 'what is dropped is not late', step: { ...step, state: 'dropped' as const }, late: false },
  { rule: 'nothing is late once it is verified', place: { ...place, assignment: verified }, late: false },
  { rule: 'nothing is late once it is closed', place: { ...place, assignment: closed }, late: false },
  { rule: 'nothing is late in what is closed', place: { ...place, recommendationClosed: true }, late: false },
])('$rule', ({ late, ...given }) => {
  expect(isLate(given.step ?? step, given.place ?? place, today)).toBe(late)
})
