import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { historyOf } from '@/lib/history/queries'
import { addOrganization } from '@/lib/organizations/add-organization'
import { findOrganization } from '@/lib/organizations/find'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { movedByMerge } from '@/lib/organizations/moved-by-merge'
import { findOrganizationPage } from '@/lib/organizations/queries'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { dashboard } from '@/lib/overview/dashboard'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { organizationAssignments } from '@/lib/register/organization-assignments'
import { eventsOf, flawInHistory, givenAssignment, givenPeople, givenRecommendation, people } from '../support/given'
import { givenTwo, ownerOf, reportOn } from '../support/given-merge'
import { givenPerson } from '../support/given-person'
import { expectListed, listed } from '../support/listed'
import { answerOf, givenGroup, givenOrganization, refusal } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

test('what it owes moves with its reports, and the old address and name lead to the new one', async () => {
  const { from, into, merge } = await givenTwo()
  const { id, recommendationId } = await givenAssignment({ to: from })
  await reportOn(id)

  const merged = answerOf(await mergeOrganization(chen, merge))

  expect(merged).toMatchObject({ organization: { slug: into.slug }, moved: 1, removed: 0, left: [] })
  expect(await ownerOf(id)).toEqual({ organizationId: into.id, version: 3 })
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    kind: 'assignment.moved',
    body: { before: { organizationId: from.id }, after: { organizationId: into.id } },
  })
  expect(await eventsOf(from.id)).toMatchObject([{ kind: 'organization.merged', body: { after: { intoId: into.id } } }])
  expect(await findOrganization(db, from.slug)).toMatchObject({ id: into.id })
  expect(await findOrganization(db, from.name)).toMatchObject({ id: into.id })
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({
    status: 'in_progress',
  })
  expect(await flawInHistory()).toBeUndefined()
})

test('whoever owns what moves can act on it all the while, so that each assignment is written once', async () => {
  const { from, into, merge } = await givenTwo()
  const { id } = await givenAssignment({ to: from })
  const owner = await givenPerson({ organizationIds: [from.id] })
  await db.assignment.update({ where: { id }, data: { ownerId: owner.id } })
  await pool.query(`
    create table written (id uuid);
    create function note_written() returns trigger language plpgsql as
      $$ begin insert into written values (new.id); return null; end $$;
    create trigger written after update on assignments for each row execute function note_written()`)

  answerOf(await mergeOrganization(chen, merge))

  const { rows } = await pool.query('select id from written')
  await pool.query('drop function note_written cascade; drop table written')
  expect(rows).toEqual([{ id }])
  expect(await db.assignment.findUnique({ where: { id } })).toMatchObject({
    organizationId: into.id,
    ownerId: owner.id,
    actingOwnerId: owner.id,
  })
})

test('what stays with its reports is counted and listed as the other’s', async () => {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  await givenAssignment({ to: into, of })
  const ours = await givenAssignment({ to: from, of })
  await closeAssignment(chen, { id: ours.id, closure: 'made_in_error', reason: 'The same under two names.' })
  expect(answerOf(await mergeOrganization(chen, merge))).toMatchObject({ left: [of.key] })

  const { organizations, own } = await dashboard({ ...chen, organizationIds: [into.id] })
  expect(organizations.map(({ slug }) => slug)).not.toContain(from.slug)
  for (const { slug, name: _name, ...totals } of [...organizations, ...own]) {
    await expectListed(totals, { organization: slug })
  }
  expect(own).toMatchObject([{ slug: into.slug, total: 2, byStatus: { not_started: 1, closed: 1 } }])
  expect(await findOrganizationPage(chen, into.slug)).toMatchObject({ assignments: 2, counts: { closed: 1 } })
  expect(await findOrganizationPage(chen, from.slug)).toMatchObject({ assignments: 0 })
  expect((await organizationAssignments(chen, { slug: into.slug, stage: 'closed' })).items).toMatchObject([
    { id: ours.id },
  ])
  expect(await listed.recommendations({ organization: from.slug, assignment: ['closed'] })).toBe(1)
})

test('its people, groups, addressees and notes go over', async () => {
  const { from, into, merge } = await givenTwo()
  const { key, id: recommendationId, paragraphId } = await givenRecommendation()
  const [first, second] = [await givenGroup(from), await givenGroup(from, into)]
  const gita = await db.user.create({
    data: {
      name: 'Gita',
      email: `${newId()}@example.org`,
      role: 'focal_point',
      memberships: { create: { organizationId: from.id, kind: 'alternate' } },
    },
  })
  await db.addressee.create({ data: { recommendationId, position: 1, words: 'them', organizationId: from.id } })
  const note = { paragraphId, recommendationId, authorId: gita.id, createdAt: new Date(), organizationId: from.id }
  await db.annotation.create({ data: { ...note, audience: 'organization' } })

  await mergeOrganization(chen, merge)

  const theirs = { where: { organizationId: into.id } }
  expect(await db.membership.findMany(theirs)).toEqual([
    { userId: gita.id, organizationId: into.id, kind: 'alternate' },
  ])
  expect(await eventsOf(gita.id)).toMatchObject([
    {
      kind: 'user.organizations_changed',
      body: {
        before: { organizationIds: [from.id], alternateIds: [from.id] },
        after: { organizationIds: [into.id], alternateIds: [into.id] },
      },
    },
  ])
  expect((await db.groupMember.findMany(theirs)).map(({ groupId }) => groupId).sort()).toEqual(
    [first.id, second.id].sort(),
  )
  expect((await eventsOf(first.id)).map(({ kind }) => kind)).toEqual(['group.members_added', 'group.members_removed'])
  expect((await eventsOf(second.id)).map(({ kind }) => kind)).toEqual(['group.members_removed'])
  expect(await db.addressee.findFirst({ where: { recommendation: { key } } })).toMatchObject({
    organizationId: into.id,
  })
  expect(await db.annotation.count(theirs)).toBe(1)
})

test('who is of the other organization now hears what was said among the people of the one', async () => {
  const { from, into, merge } = await givenTwo()
  const { key } = await givenRecommendation()
  const theirs = await givenPerson({ organizationIds: [from.id] })
  answerOf(await annotate(theirs, { key, body: 'Among us.', audience: 'organization', organization: from.slug }))

  await mergeOrganization(chen, merge)

  const heard = async (organizationId: string) =>
    (await historyOf({ ...people.bruno, organizationIds: [organizationId] }, { key })).items.map(({ kind }) => kind)
  expect(await heard(into.id)).toEqual(['annotation.added'])
  expect(await heard(people.bruno.organizationIds[0] ?? '')).toEqual([])
})

test('who assigns while somebody merges loses nothing: what was assigned moves, or nothing was', async () => {
  for (let time = 0; time < 8; time++) {
    const { from, into, merge } = await givenTwo()
    const { key, id } = await givenRecommendation()

    const [, assigned] = await Promise.all([
      mergeOrganization(chen, merge),
      assign(faisal, { key, organization: from.slug }),
    ])

    const owing = await db.assignment.findMany({ where: { recommendationId: id }, select: { organizationId: true } })
    expect(owing).toEqual(assigned.ok ? [{ organizationId: into.id }] : [])
  }
})

test('what was merged is not restored, nor merged elsewhere, nor added again', async () => {
  const { from, into, merge } = await givenTwo()
  const other = await givenOrganization()
  await mergeOrganization(chen, merge)

  const code = 'organization_merged'
  expect(await refusal(restoreOrganization, chen, { slug: from.slug })).toMatchObject({ code, untouched: true })
  const elsewhere = { slug: from.slug, into: other.slug }
  expect(await refusal(mergeOrganization, chen, elsewhere)).toMatchObject({ code, untouched: true })
  expect(await addOrganization(chen, { name: from.name })).toMatchObject({
    code: 'organization_exists',
    params: { name: into.name },
  })
})

test('what is said of a merge comes from the history: of the own change alone, and of that organization', async () => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  await givenAssignment({ to: from })
  await givenAssignment({ to: from })
  const { change } = answerOf(await mergeOrganization(chen, { slug: from.slug, into: into.slug }))

  expect(await movedByMerge(chen, change, into.id)).toBe(2)
  expect(await movedByMerge(faisal, change, into.id)).toBeUndefined()
  expect(await movedByMerge(chen, change, from.id)).toBeUndefined()
  expect(await movedByMerge(chen, newId(), into.id)).toBeUndefined()
})
