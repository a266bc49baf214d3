import { expect, test } from 'vitest'
import * as annotations from '@/lib/annotations/policy'
import * as assignments from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import * as people from '@/lib/people/policy'
import * as recommendations from '@/lib/recommendations/policy'
import { Role } from '@/prisma/generated/enums'

const own = { organizationId: 'own' }
const other = { organizationId: 'other' }
const roles = Object.values(Role)

const inOne = (role: Role): Actor => ({ id: role, role, organizationIds: ['own'] })
const inNone = (role: Role): Actor => ({ id: role, role, organizationIds: [] })
const inBoth = (role: Role): Actor => ({ id: role, role, organizationIds: ['own', 'other'] })

type Reach = 'none' | 'own' | 'any'
/** In the order of the roles: viewer, focal point, reviewer, coordinator, administrator. */
type Row = [Reach, Reach, Reach, Reach, Reach]

const answer: Row = ['none', 'own', 'own', 'any', 'any']
const keep: Row = ['none', 'none', 'none', 'any', 'any']
const takePart: Row = ['none', 'any', 'any', 'any', 'any']

const note = { audience: 'organization' as const }
const candidate = ({ role, organizationIds }: Actor, disabledAt: Date | null = null) => ({
  role,
  disabledAt,
  memberships: organizationIds.map((organizationId) => ({ organizationId })),
})

/** Who may do what, as the table of roles says: for one's own organization, for any, or not at all. */
const rules: [string, (actor: Actor, owed: { organizationId: string }) => boolean, Row][] = [
  ['answer for an assignment', assignments.answersFor, ['none', 'own', 'own', 'own', 'own']],
  ['report and name the owner', assignments.mayReportOn, answer],
  [
    'correct what the organization reported itself',
    (actor, owed) => assignments.mayCorrect(actor, owed, { onBehalf: false }),
    ['none', 'own', 'own', 'own', 'own'],
  ],
  [
    'correct what was reported on its behalf',
    (actor, owed) => assignments.mayCorrect(actor, owed, { onBehalf: true }),
    answer,
  ],
  ['assign, set due dates, close', assignments.mayAssign, keep],
  [
    'own an assignment',
    (actor, owed) => assignments.canOwn(candidate(actor), owed),
    ['own', 'own', 'own', 'any', 'any'],
  ],
  [
    'own with a closed account',
    (actor, owed) => assignments.canOwn(candidate(actor, new Date()), owed),
    ['none', 'none', 'none', 'none', 'none'],
  ],
  ['correct a recommendation', recommendations.mayEdit, keep],
  ['close a recommendation', recommendations.mayClose, keep],
  ['annotate', annotations.mayAnnotate, takePart],
  [
    'write for one organization alone',
    (actor, { organizationId }) => annotations.mayAnnotate(actor) && annotations.mayWriteFor(actor, organizationId),
    answer,
  ],
  [
    'read what is for one organization',
    (actor, owed) => annotations.mayRead(actor, { ...note, ...owed }),
    ['own', 'own', 'any', 'any', 'any'],
  ],
  [
    'read what is for everybody signed in',
    (actor) => annotations.mayRead(actor, { audience: 'internal', organizationId: null }),
    ['any', 'any', 'any', 'any', 'any'],
  ],
  [
    'read what is public',
    (actor) => annotations.mayRead(actor, { audience: 'public', organizationId: null }),
    ['any', 'any', 'any', 'any', 'any'],
  ],
  ['edit one’s own note', (actor) => annotations.mayRevise(actor, { authorId: actor.id }), takePart],
  [
    'edit a note of somebody else',
    (actor) => annotations.mayRevise(actor, { authorId: 'somebody' }),
    ['none', 'none', 'none', 'none', 'none'],
  ],
  ['withdraw a note of somebody else', (actor) => annotations.mayWithdraw(actor, { authorId: 'somebody' }), keep],
  ['administer people', people.mayAdminister, ['none', 'none', 'none', 'none', 'any']],
  [
    'invite a focal point or a viewer',
    (actor) => people.mayInvite(actor, 'focal_point') && people.mayInvite(actor, 'viewer'),
    keep,
  ],
  [
    'invite a reviewer or more',
    (actor) => (['reviewer', 'coordinator', 'administrator'] as const).some((role) => people.mayInvite(actor, role)),
    ['none', 'none', 'none', 'none', 'any'],
  ],
  ['set the organizations of others', (actor) => people.maySetOrganizations(actor, { id: 'somebody' }), keep],
  [
    'set one’s own organizations',
    (actor) => people.maySetOrganizations(actor, actor),
    ['none', 'none', 'none', 'none', 'any'],
  ],
]

const cases = rules.flatMap(([deed, may, row]) =>
  roles.map((role, place) => ({ deed, may, role, reach: row[place] ?? 'none' })),
)

test.each(cases)('$role, $deed: $reach', ({ may, role, reach }) => {
  const reached = (actor: Actor) => [may(actor, own), may(actor, other)]
  const any = reach === 'any'
  expect(reached(inOne(role)), 'in one organization').toEqual([reach !== 'none', any])
  expect(reached(inBoth(role)), 'in both').toEqual([reach !== 'none', reach !== 'none'])
  expect(reached(inNone(role)), 'in none').toEqual([any, any])
})

test.each(roles)('what %s may not see is filtered away before anything else', (role) => {
  const keeps = role === 'coordinator' || role === 'administrator'
  const document = keeps ? {} : { archivedAt: null }
  expect(recommendations.visibleTo(inOne(role))).toEqual({ document })
  expect(assignments.visibleTo(inOne(role))).toEqual({ recommendation: { document } })
})
