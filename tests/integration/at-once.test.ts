import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { archiveDocument } from '@/lib/documents/archive-document'
import { addMembers } from '@/lib/organizations/add-members'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { disableUser } from '@/lib/people/disable-user'
import { inviteUser } from '@/lib/people/invite-user'
import { setOrganizations } from '@/lib/people/set-organizations'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { addTheme } from '@/lib/recommendations/add-theme'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenGroup, givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { inTurn, whileHeld } from '../support/session'

const { amina, chen, faisal } = people
const { health, finance } = organizations
const ended = { closure: 'superseded', reason: 'A later report replaced it.' }
const reason = 'The later report leaves it open.'

beforeAll(givenPeople)

test('who says the version to come undoes nothing that was written meanwhile', async () => {
  const { id, key } = await givenRecommendation()

  const results = await inTurn(
    'recommendations',
    id,
    () => editRecommendation(chen, { key, version: 1, title: 'A new title' }),
    () => editRecommendation(faisal, { key, version: 2, themes: ['Trade'] }),
  )

  expect(results).toMatchObject([{ ok: true }, { ok: true, value: { title: 'A new title', themes: ['Trade'] } }])
  expect(await eventsOf(id)).toMatchObject([
    { body: { before: { title: 'Cooperate' }, after: { title: 'A new title' } } },
    { body: { before: { themes: [] }, after: { themes: ['Trade'] } } },
  ])
})

test('of an assignment too: what was said is written, and the rest is left as it is by then', async () => {
  const { id } = await givenAssignment({ dueOn: '2027-06-30' })

  const results = await inTurn(
    'assignments',
    id,
    () => changeAssignment(chen, { id, version: 1, dueOn: '2027-12-31', reason: 'The ministry asked for it.' }),
    () => changeAssignment(faisal, { id, version: 2, role: 'lead' }),
  )

  expect(results).toMatchObject([{ ok: true }, { ok: true, value: { dueOn: '2027-12-31', role: 'lead', version: 3 } }])
})

test('two who add a theme each both add it', async () => {
  const { id, key } = await givenRecommendation()

  await inTurn(
    'recommendations',
    id,
    () => addTheme(chen, { key, theme: 'Trade' }),
    () => addTheme(faisal, { key, theme: 'Ocean' }),
  )

  expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ themes: ['Trade', 'Ocean'] })
})

type Owing = { key: string; id: string; assignmentId: string; group: string }
const demands: [string, (owing: Owing) => Promise<Result<unknown>>, 'organizations' | 'assignments'][] = [
  ['assigned to one', ({ key }) => assign(faisal, { key, organization: finance.slug }), 'organizations'],
  [
    'assigned to several',
    ({ key }) =>
      assignParties(faisal, { key, parties: [{ organization: finance.slug }, { organization: health.slug }] }),
    'organizations',
  ],
  ['assigned to a group', ({ key, group }) => assignGroup(faisal, { key, group }), 'organizations'],
  ['given a date', ({ key }) => setDueDate(faisal, { key, dueOn: '2027-06-30' }), 'assignments'],
  [
    'reported on',
    ({ assignmentId }) => reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }),
    'assignments',
  ],
]
test.each(demands)('what is closed meanwhile is not %s any more', async (_, demand, held) => {
  const { id, key } = await givenRecommendation()
  const { id: assignmentId } = await givenAssignment({ of: { id } })
  const { slug: group } = await givenGroup(finance)

  const refused = await whileHeld(
    held,
    held === 'assignments' ? assignmentId : finance.id,
    () => demand({ id, key, assignmentId, group }),
    async () => valueIn(await closeRecommendation(chen, { key, ...ended })),
  )

  expect(refused).toMatchObject({ ok: false, code: 'recommendation_closed' })
  expect(await traceOf(assignmentId)).toMatchObject({ version: 1, reports: [], events: [] })
  expect(await traceOfRecommendation(id)).toMatchObject({ assignments: [{ id: assignmentId }] })
})

test.each(demands)('what stands in an archived document is not %s', async (_, demand) => {
  const { id, key } = await givenRecommendation({ archived: true })
  const { id: assignmentId } = await givenAssignment({ of: { id } })
  const { slug: group } = await givenGroup(finance)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await demand({ id, key, assignmentId, group }))).toMatch(
    /^(document_archived|assignment_not_found)$/,
  )
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('who was let in and whose account is closed meanwhile writes nothing', async () => {
  const { id, recommendationId } = await givenAssignment()
  const late = await givenPerson({ role: 'coordinator' })
  const member = await givenPerson({ organizationIds: [health.id] })
  const closing = (person: { id: string }) => disableUser(faisal, { id: person.id, version: 1 })

  const results = await inTurn<Result<unknown>>(
    'recommendations',
    recommendationId,
    () => changeAssignment(late, { id, version: 1, dueOn: '2027-06-30' }),
    async () => {
      valueIn(await closing(late))
      valueIn(await closing(member))
      return reportProgress(member, { assignmentId: id, progress: 'in_progress', narrative: 'Begun.' })
    },
  )

  expect(results.map(refusalOf)).toEqual(['account_changed', 'account_changed'])
  expect(await traceOf(id)).toMatchObject({ version: 1, reports: [], events: [] })
})

test('who has another role by then does nothing with the old one', async () => {
  const { id } = await givenAssignment()
  const was = await givenPerson({ role: 'viewer' })

  expect(refusalOf(await changeAssignment({ ...was, role: 'coordinator' }, { id, version: 1, role: 'lead' }))).toBe(
    'account_changed',
  )
  expect(await traceOf(id)).toMatchObject({ version: 1, events: [] })
})

test('who left the organization by then does not act for it, unless it was merged into another', async () => {
  const first = await givenOrganization()
  const second = await givenOrganization()
  const member = await givenPerson({ organizationIds: [first.id] })
  const { id: assignmentId } = await givenAssignment({ to: second })
  const report = () =>
    reportProgress(
      { ...member, organizationIds: [first.id, second.id] },
      { assignmentId, progress: 'in_progress', narrative: 'Begun.' },
    )

  expect(refusalOf(await report())).toBe('account_changed')

  valueIn(await mergeOrganization(faisal, { slug: first.slug, into: second.slug }))
  valueIn(await report())

  valueIn(await setOrganizations(faisal, { id: member.id, version: 2, organizations: [] }))
  expect(refusalOf(await report())).toBe('account_changed')
})

test('whose account is closed first owns nothing', async () => {
  const { key } = await givenRecommendation()
  const { id } = await givenAssignment()
  const owner = await givenPerson({ organizationIds: [health.id] })

  const results = await inTurn<Result<unknown>>(
    'users',
    owner.id,
    () => disableUser(faisal, { id: owner.id, version: 1 }),
    () => assign(chen, { key, organization: health.slug, owner: owner.email }),
    () => changeAssignment(chen, { id, version: 1, owner: owner.email }),
  )

  expect(results.slice(1).map(refusalOf)).toEqual(['owner: owner_unknown', 'owner: owner_unknown'])
})

const closedDuty = async () => {
  const organization = await givenOrganization()
  const { id } = await givenAssignment({ to: organization, closed: true })
  return { organization, id }
}

test('of an archived organization nothing is reopened, whoever came first', async () => {
  const [one, other] = [await closedDuty(), await closedDuty()]
  const archiving = ({ organization }: typeof one) => archiveOrganization(chen, { slug: organization.slug })
  const reopening = ({ id }: typeof one) => reopenAssignment(faisal, { id, reason })

  const [, reopened] = await inTurn<Result<unknown>>(
    'organizations',
    one.organization.id,
    () => archiving(one),
    () => reopening(one),
  )
  const [, archived] = await inTurn<Result<unknown>>(
    'organizations',
    other.organization.id,
    () => reopening(other),
    () => archiving(other),
  )

  expect(reopened).toMatchObject({ code: 'assignment_organization_archived', current: { id: one.id, version: 1 } })
  expect(archived).toMatchObject({ code: 'organization_owes' })
  expect(refusalOf(await reopening(one))).toBe('assignment_organization_archived')
})

test('what stayed closed under the name of an organization that was merged is not reopened there', async () => {
  const { organization, id } = await closedDuty()
  const { recommendationId } = await db.assignment.findUniqueOrThrow({ where: { id } })
  const into = await givenOrganization()
  await givenAssignment({ of: { id: recommendationId }, to: into })
  valueIn(await mergeOrganization(chen, { slug: organization.slug, into: into.slug }))

  expect(refusalOf(await reopenAssignment(chen, { id, reason }))).toBe('assignment_organization_merged')
})

test('in an archived document nothing is reopened', async () => {
  const { id, key } = await givenRecommendation({ closed: true })
  const { id: assignmentId } = await givenAssignment({ of: { id }, closed: true })
  const { document } = await db.recommendation.findUniqueOrThrow({ where: { id }, select: { document: true } })
  valueIn(await archiveDocument(chen, { code: document.code }))

  expect(refusalOf(await reopenAssignment(chen, { id: assignmentId, reason }))).toBe('document_archived')
  expect(refusalOf(await reopenRecommendation(chen, { key, reason }))).toBe('document_archived')
})

test('a conflict shows what stands, and nothing that was taken back', async () => {
  const { id, recommendationId } = await givenAssignment()
  const { key } = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } })

  const [assignment] = await inTurn<Result<unknown>>(
    'assignments',
    id,
    () => reopenAssignment(chen, { id, reason }),
    () => closeAssignment(faisal, { id, ...ended }),
  )
  const [recommendation] = await inTurn<Result<unknown>>(
    'recommendations',
    recommendationId,
    () => reopenRecommendation(chen, { key, reason }),
    () => closeRecommendation(faisal, { key, ...ended }),
  )

  expect(assignment).toMatchObject({ code: 'assignment_not_closed', current: { version: 1, status: 'not_started' } })
  expect(recommendation).toMatchObject({ code: 'recommendation_not_closed', current: { version: 1 } })
})

test('the latest report is the one that came last, also where the clock was set back', async () => {
  const { id, recommendation } = await givenAssignment()
  const report = (progress: string, narrative: string) =>
    reportProgress(amina, { assignmentId: id, progress, narrative })
  await at('2026-05-02T09:00:00Z', () => report('in_progress', 'First.'))
  await at('2026-05-01T09:00:00Z', () => report('implemented', 'Second.'))

  const [row] = (await findRecommendationView(chen, recommendation.key))?.rows ?? []
  expect(row?.latest?.narrative).toBe('Second.')
  expect(row?.assignment.status).toBe('implemented')
})

type Linking = { slug: string; key: string; group: string; person: { id: string } }
const linkings: [string, (linking: Linking) => Promise<Result<unknown>>][] = [
  [
    'a note for it',
    ({ key, slug }) => annotate(chen, { key, body: 'For them.', audience: 'organization', organization: slug }),
  ],
  [
    'an invitation',
    ({ slug }) =>
      inviteUser(chen, { email: `${newId()}@example.org`, name: newId(), role: 'viewer', organizations: [slug] }),
  ],
  [
    'an account made at the console',
    ({ slug }) =>
      createUserAtConsole({ email: `${newId()}@example.org`, name: newId(), role: 'viewer', organizations: [slug] }),
  ],
  [
    'a membership',
    ({ slug, person }) =>
      setOrganizations(chen, { id: person.id, version: 1, organizations: [{ organization: slug }] }),
  ],
  [
    'an addressee',
    ({ key, slug }) =>
      editRecommendation(chen, { key, version: 1, addressees: [{ words: 'All', organization: slug }] }),
  ],
  ['a member of a group', ({ group, slug }) => addMembers(chen, { group, organizations: [slug] })],
  ['an assignment', ({ key, slug }) => assign(chen, { key, organization: slug })],
]
test.each(linkings)('%s that arrives while the organization is merged goes to the one that stays', async (_, link) => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const { key } = await givenRecommendation()
  const group = await givenGroup()
  const linking = { slug: from.slug, key, group: group.slug, person: await givenPerson() }

  const [merged, linked] = await inTurn<Result<unknown>>(
    'organizations',
    from.id,
    () => mergeOrganization(faisal, { slug: from.slug, into: into.slug }),
    () => link(linking),
  )

  expect([merged, linked]).toMatchObject([{ ok: true }, { ok: true }])
  const linkedTo = async (organizationId: string) => {
    const where = { organizationId }
    return [
      await db.annotation.count({ where }),
      await db.membership.count({ where }),
      await db.addressee.count({ where }),
      await db.groupMember.count({ where }),
      await db.assignment.count({ where }),
    ].reduce((sum, count) => sum + count)
  }
  expect([await linkedTo(from.id), await linkedTo(into.id)]).toEqual([0, 1])
})

test.each(linkings)('%s that comes just before the organization is merged is taken along', async (_, link) => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const { key } = await givenRecommendation()
  const group = await givenGroup()
  const linking = { slug: from.slug, key, group: group.slug, person: await givenPerson() }

  const [linked, merged] = await inTurn<Result<unknown>>(
    'organizations',
    from.id,
    () => link(linking),
    () => mergeOrganization(faisal, { slug: from.slug, into: into.slug }),
  )

  expect([linked, merged]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await db.membership.count({ where: { organizationId: from.id } })).toBe(0)
  expect(await db.assignment.count({ where: { organizationId: from.id } })).toBe(0)
  expect(await db.annotation.count({ where: { organizationId: from.id } })).toBe(0)
  expect(await db.addressee.count({ where: { organizationId: from.id } })).toBe(0)
  expect(await db.groupMember.count({ where: { organizationId: from.id } })).toBe(0)
})

/** An organization that can be archived: what it was assigned is reported as implemented. */
async function givenIdle() {
  const organization = await givenOrganization()
  const { id } = await givenAssignment({ to: organization, progress: 'implemented', dueOn: '2027-06-30' })
  const other = await givenOrganization()
  await givenAssignment({ to: other })
  return { organization, id, other, key: (await givenRecommendation()).key, group: await givenGroup(organization) }
}

type Idle = Awaited<ReturnType<typeof givenIdle>>
const bringingWork: [string, (idle: Idle) => Promise<Result<unknown>>][] = [
  ['an assignment', ({ organization, key }) => assign(faisal, { key, organization: organization.slug })],
  [
    'an assignment among several',
    ({ organization, other, key }) =>
      assignParties(faisal, { key, parties: [{ organization: other.slug }, { organization: organization.slug }] }),
  ],
  ['an assignment of its group', ({ group, key }) => assignGroup(faisal, { key, group: group.slug })],
  [
    'a date',
    ({ id }) => changeAssignment(faisal, { id, version: 1, dueOn: '2031-01-31', reason: 'More time was agreed.' }),
  ],
  [
    'a report that there is work again',
    ({ id }) => reportProgress(faisal, { assignmentId: id, progress: 'in_progress', narrative: 'To be done again.' }),
  ],
  [
    'the work of another one that is merged into it',
    ({ organization, other }) => mergeOrganization(faisal, { slug: other.slug, into: organization.slug }),
  ],
]

/** How many assignments an organization still has to work on. */
const workOf = ({ id }: { id: string }) =>
  db.assignment.count({ where: { organizationId: id, status: { in: ['not_started', 'in_progress'] } } })

test.each(bringingWork)('%s gives an organization no work that is archived first', async (_, bring) => {
  const idle = await givenIdle()
  const { id, slug } = idle.organization

  const [archived] = await inTurn<Result<unknown>>(
    'organizations',
    id,
    () => archiveOrganization(chen, { slug }),
    () => bring(idle),
  )

  expect(archived).toMatchObject({ ok: true })
  expect(await workOf({ id })).toBe(0)
  expect(await traceOf(idle.id)).toMatchObject({ version: 1, reports: [], dueOn: new Date('2027-06-30') })
})

test.each(bringingWork)(
  'an organization to which %s came first is archived only if it has no work',
  async (_, bring) => {
    const idle = await givenIdle()
    const { id, slug } = idle.organization

    const [brought, archived] = await inTurn<Result<unknown>>(
      'organizations',
      id,
      () => bring(idle),
      () => archiveOrganization(chen, { slug }),
    )

    expect(brought).toMatchObject({ ok: true })
    expect(archived?.ok).toBe((await workOf({ id })) === 0)
  },
)
