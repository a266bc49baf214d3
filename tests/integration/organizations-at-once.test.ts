import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { inviteUser } from '@/lib/people/invite-user'
import { setOrganizations } from '@/lib/people/set-organizations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, givenRecommendation, people, traceOf, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenGroup, givenOrganization } from '../support/places'
import { inTurn, openSession, untilHeld } from '../support/session'

const { chen, faisal } = people

beforeAll(givenPeople)

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

test('a note that is sent again while its organization is merged is the note that was sent', async () => {
  const { key } = await givenRecommendation()
  const given = async (name: string) => {
    const id = newId()
    return { id, ...valueIn(await addOrganization(chen, { id, name })) }
  }
  const [from, into] = [await given('Registry of Boats'), await given('Registry of Ships')]
  const body = 'Who *leads* on this?'
  const sent = { id: newId(), key, body, audience: 'organization', organization: from.slug }
  valueIn(await annotate(chen, sent))

  const merge = await openSession()
  await merge.run('select from organizations where id = $1 for update', [from.id])
  const again = annotate(chen, sent)
  await untilHeld(1)
  await merge.run('update annotations set organization_id = $2 where organization_id = $1', [from.id, into.id])
  await merge.run('update organizations set merged_into_id = $2, archived_at = now() where id = $1', [from.id, into.id])
  await merge.end('commit')

  expect(await again).toMatchObject({ ok: true, changed: false, value: { organization: { slug: into.slug } } })
})
