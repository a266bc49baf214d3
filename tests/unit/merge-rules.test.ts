import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedTerms, mergeOutcome } from '@/lib/organizations/merge-rules'

const state = fc.record({ closed: fc.boolean(), worked: fc.boolean() })

test('no work is ever dropped or replaced, and nothing open goes behind something closed', () => {
  fc.assert(
    fc.property(state, state, (ours, theirs) => {
      const fate = mergeOutcome(ours, theirs)
      if (fate === 'drop') expect(ours.worked || ours.closed || theirs.closed).toBe(false)
      if (fate === 'replace') expect(theirs.worked || theirs.closed).toBe(false)
      if (fate === 'leave') expect(ours.closed).toBe(true)
      if (fate === 'move') expect.unreachable('The other one owes the same.')
    }),
  )
})

test('what the other one doesn’t owe moves, whatever its state', () => {
  fc.assert(fc.property(state, (ours) => mergeOutcome(ours, undefined) === 'move'))
})

const day = fc.constantFrom(null, '2027-01-31', '2027-06-30')
const terms = fc
  .record({
    role: fc.constantFrom('lead' as const, 'contributing' as const),
    ownerId: fc.constantFrom(null, 'amina', 'bruno'),
    dueOn: day,
    originalDueOn: day,
    worked: fc.boolean(),
  })
  .filter(({ dueOn, originalDueOn }) => dueOn === null || originalDueOn !== null)

test('what stays keeps its own terms, lacks nothing that either had, and leads if either did', () => {
  fc.assert(
    fc.property(terms, terms, (staying, going) => {
      const after = mergedTerms(staying, going)
      expect(after.role === 'lead').toBe(staying.role === 'lead' || going.role === 'lead')
      expect(after.ownerId).toBe(staying.ownerId ?? going.ownerId)
      expect(after.originalDueOn).toBe(staying.originalDueOn ?? going.originalDueOn)
      const days = [staying.dueOn, going.dueOn].flatMap((date) => date ?? []).sort()
      if (days.length === 2 && !staying.worked) expect(after.dueOn).toBe(days[0])
      else if (staying.originalDueOn) expect(after.dueOn).toBe(staying.dueOn)
    }),
  )
})
