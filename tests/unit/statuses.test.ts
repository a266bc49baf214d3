import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusOf } from '@/lib/domain/statuses'
import { AssignmentStatus, Closure, Kind } from '@/prisma/generated/enums'

const finding = { kind: 'finding' as const }
const closed = { closure: 'superseded' as const }

test.each([
  { status: 'unassigned', of: [], why: 'nobody has it yet' },
  { status: 'noted', of: [], given: finding, why: 'a finding asks nobody' },
  { status: 'not_started', of: ['not_started'], given: finding, why: 'a finding that somebody has all the same' },
  { status: 'not_started', of: ['not_started', 'not_started'], why: 'nobody has begun' },
  { status: 'not_started', of: ['not_started', 'closed'], why: 'what is closed has not begun' },
  { status: 'in_progress', of: ['not_started', 'in_progress'], why: 'one has begun' },
  { status: 'in_progress', of: ['partially_implemented'], why: 'part of it is not all of it' },
  { status: 'in_progress', of: ['not_started', 'verified'], why: 'one is done, the other is not' },
  { status: 'implemented', of: ['implemented', 'verified'], why: 'all say that they are done' },
  { status: 'implemented', of: ['implemented', 'closed'], why: 'what is closed does not count' },
  { status: 'verified', of: ['verified', 'verified'], why: 'all are verified' },
  { status: 'verified', of: ['verified', 'closed'], why: 'all that are left are verified' },
  { status: 'closed', of: ['closed', 'closed'], why: 'all are closed' },
  { status: 'closed', of: ['closed'], given: finding, why: 'a finding too' },
  { status: 'closed', of: ['in_progress'], given: closed, why: 'it was closed as a whole' },
  { status: 'closed', of: [], given: closed, why: 'closed before anybody had it' },
] as const)('$status: $why', ({ status, of, ...rest }) => {
  const given = 'given' in rest ? rest.given : {}
  expect(statusOf({ kind: 'action', closure: null, assignments: of, ...given })).toBe(status)
})

const assignments = fc.array(fc.constantFrom(...Object.values(AssignmentStatus)), { maxLength: 6 })
const kind = fc.constantFrom(...Object.values(Kind))
const closure = fc.option(fc.constantFrom(...Object.values(Closure)))

test('the order of the organizations is no matter', () => {
  const shuffled = assignments.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, kind, closure, ([some, same], kind, closure) => {
      expect(statusOf({ kind, closure, assignments: some })).toBe(statusOf({ kind, closure, assignments: same }))
    }),
  )
})

const ladder = ['not_started', 'in_progress', 'implemented', 'verified']

test('an organization that gets further never throws the whole back', () => {
  const steps = ['not_started', 'in_progress', 'partially_implemented', 'implemented', 'verified'] as const
  fc.assert(
    fc.property(assignments, kind, fc.nat(3), (others, kind, step) => {
      const rung = (place: number) => {
        const own = steps[place] ?? 'verified'
        return ladder.indexOf(statusOf({ kind, closure: null, assignments: [...others, own] }))
      }
      expect(rung(step)).toBeGreaterThanOrEqual(0)
      expect(rung(step + 1)).toBeGreaterThanOrEqual(rung(step))
    }),
  )
})

test('a closed assignment changes nothing beside an open one', () => {
  fc.assert(
    fc.property(assignments, kind, (others, kind) => {
      fc.pre(others.some((status) => status !== 'closed'))
      expect(statusOf({ kind, closure: null, assignments: [...others, 'closed'] })).toBe(
        statusOf({ kind, closure: null, assignments: others }),
      )
    }),
  )
})
