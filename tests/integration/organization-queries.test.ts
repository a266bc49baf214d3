import { beforeAll, expect, test } from 'vitest'
import { findOrganization } from '@/lib/organizations/find'
import { findGroupPage, listGroups, outsideGroup } from '@/lib/organizations/group-queries'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { findOrganizationPage, listOrganizations } from '@/lib/organizations/queries'
import { peopleOf } from '@/lib/people/organization-members'
import { at } from '@/lib/platform/clock'
import { cursorOf } from '@/lib/platform/cursor'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import {
  organizationAssignments,
  organizationAssignmentsByStage,
  type Stage,
} from '@/lib/register/organization-assignments'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, givenRecommendation, organizations, people } from '../support/given'
import { answerOf, givenGroup, givenOrganization } from '../support/places'

const { amina, chen, dita } = people
const { health, finance } = organizations

const today = <T>(work: () => T) => at('2027-07-01T12:00:00Z', work)

beforeAll(givenPeople)

/** One late, one with time, one done late, one closed, one of a closed recommendation, one in an archived document. */
async function givenLoad(to: { id: string }) {
  const late = await givenAssignment({ to, dueOn: '2027-06-30' })
  await givenAssignment({ to, dueOn: '2027-07-01' })
  const done = await givenAssignment({ to, dueOn: '2027-01-31' })
  answerOf(await reportProgress(chen, { assignmentId: done.id, progress: 'implemented', narrative: 'Done.' }))
  await givenAssignment({ to, closed: true, dueOn: '2027-01-31' })
  const ended = await givenRecommendation()
  const reason = await db.reason.create({ data: { text: 'Over.', authorId: chen.id, writtenAt: new Date() } })
  await db.recommendation.update({
    where: { id: ended.id },
    data: { closure: 'superseded', closureReasonId: reason.id },
  })
  await givenAssignment({ to, of: ended, dueOn: '2027-01-31' })
  await givenAssignment({ to, archived: true, dueOn: '2027-01-31' })
  return { late, done }
}

const load = { assignments: 5, overdue: 1, counts: { not_started: 3, implemented: 1, closed: 1 } }

test('the list says what each organization carries, and what of it is late', async () => {
  const agency = await givenOrganization({ name: 'Aaa 100% Agency' })
  const idle = await givenOrganization({ name: 'Aab Idle Agency' })
  const gone = await givenOrganization({ name: 'Aac Gone Agency', archived: true })
  await givenLoad(agency)

  const names = async (wanted: Parameters<typeof listOrganizations>[1], actor = amina) =>
    (await today(() => listOrganizations(actor, wanted))).items.map(({ name }) => name)

  const all = await today(() => listOrganizations(amina, { limit: 1 }))
  expect(all.items).toMatchObject([{ slug: agency.slug, ...load }])
  expect(all.total).toBeGreaterThan(2)
  expect(await names({ limit: 1, after: all.next ?? '' })).toEqual([idle.name])
  expect(await names({ q: '100% a' })).toEqual([agency.name])
  expect(await names({ q: 'a%y' })).toEqual([])
  expect(await names({ show: 'overdue' })).toEqual([agency.name])
  expect(await names({ show: 'assigned', q: 'aa' })).toEqual([agency.name])
  expect(await names({ show: 'archived' }, chen)).toEqual([gone.name])
  expect(await names({ show: 'archived', q: 'aac' })).toEqual([])
  expect(await names({ show: 'archived' })).toEqual([])
  expect(await names({ q: '\0', limit: 1 })).toEqual([agency.name])
})

test('an organization’s page says what it carries, its groups and its people, as far as one may know of them', async () => {
  const group = await givenGroup(health)
  await givenLoad(health)

  const page = await today(() => findOrganizationPage(amina, health.slug))

  expect(page).toMatchObject({ slug: health.slug, ...load, groups: [{ slug: group.slug, name: group.name }] })
  expect((await peopleOf(amina, health.id)).map(({ name }) => name)).toEqual(['amina', 'dita', 'gulnar'])
  expect(await peopleOf(people.bruno, health.id)).toEqual([])
  expect(await findOrganizationPage(amina, 'nobody')).toBeUndefined()
  expect(await findOrganizationPage(amina, 'nul\0')).toBeUndefined()
})

test('an archived organization is there for who can bring it back; of a merged one everybody may know where it went', async () => {
  const gone = await givenOrganization({ archived: true })
  const from = await givenOrganization()
  answerOf(await mergeOrganization(chen, { slug: from.slug, into: finance.slug }))

  expect(await findOrganizationPage(dita, gone.slug)).toBeUndefined()
  expect(await findOrganizationPage(chen, gone.slug)).toMatchObject({ archivedAt: expect.any(String) })
  expect(await findOrganizationPage(dita, from.slug)).toMatchObject({ mergedInto: { slug: finance.slug } })
})

test('what it carries is told by stage, the first due first, and goes on where a page ended', async () => {
  const agency = await givenOrganization()
  const { late, done } = await givenLoad(agency)
  const undated = await givenAssignment({ to: agency })
  const assignments = (stage: Stage, after?: string, limit?: number) =>
    organizationAssignments(amina, { slug: agency.slug, stage, after, limit })

  const first = await assignments('open', undefined, 2)
  expect(first.items).toMatchObject([
    { ended: true, dueOn: '2027-01-31' },
    { id: late.id, ended: false },
  ])
  const second = await assignments('open', first.next ?? '')
  expect(second).toMatchObject({ items: [{ dueOn: '2027-07-01' }, { id: undated.id }], next: null })
  expect(await assignments('reported')).toMatchObject({
    items: [{ id: done.id, status: 'implemented', report: { narrative: 'Done.' } }],
  })
  expect((await assignments('verified')).items).toEqual([])
  expect((await assignments('closed')).items).toHaveLength(1)
  for (const place of [
    'nonsense',
    cursorOf('organization-assignments', ['0000-01-01', newId()]),
    cursorOf('organization-assignments', ['2026-02-30', newId()]),
  ]) {
    expect((await assignments('open', place)).items, place).toHaveLength(4)
  }
})

test('all stages are told at once, for paper; only the one that is shown goes on from a place', async () => {
  const agency = await givenOrganization()
  const { done } = await givenLoad(agency)
  const moved = await givenAssignment({ to: agency, dueOn: '2027-08-01' })
  await pool.query('alter table assignments disable trigger assignments_due_explained')
  await db.assignment.update({ where: { id: moved.id }, data: { dueOn: new Date('2027-09-01') } })

  const { next } = await organizationAssignments(amina, { slug: agency.slug, stage: 'open', limit: 3 })
  const all = await organizationAssignmentsByStage(amina, { slug: agency.slug, stage: 'open', after: next ?? '' })

  expect(all).toMatchObject([
    { stage: 'open', items: [{ id: moved.id, dueOn: '2027-09-01', originalDueOn: '2027-08-01' }] },
    { stage: 'reported', items: [{ id: done.id }] },
    { stage: 'verified', items: [] },
    { stage: 'closed', items: [{ status: 'closed' }] },
  ])
})

test('the members of a large group come a page at a time, and what all of them carry is counted on each', async () => {
  const { id, slug } = await givenGroup()
  const many = Array.from({ length: 201 }, (_, place) => ({
    id: newId(),
    slug: `${slug}-${place}`,
    name: `${slug} ${String(place).padStart(3, '0')}`,
  }))
  await db.organization.createMany({ data: many })
  await db.groupMember.createMany({ data: many.map((one) => ({ groupId: id, organizationId: one.id })) })
  const last = many.at(-1) ?? finance
  await givenLoad(last)

  const [first, second, beyond] = await today(() =>
    Promise.all([findGroupPage(amina, slug), findGroupPage(amina, slug, 1), findGroupPage(amina, slug, 9)]),
  )

  expect(first?.organizations.map(({ name }) => name)).toEqual(many.slice(0, 200).map(({ name }) => name))
  expect(second?.organizations).toMatchObject([{ slug: last.slug, ...load }])
  expect(beyond?.organizations).toEqual([])
  for (const page of [first, second, beyond]) expect(page).toMatchObject({ members: 201, counts: load.counts })
})

test('a group’s page says who belongs to it and what they carry, and who could come in', async () => {
  const agency = await givenOrganization()
  const gone = await givenOrganization({ archived: true })
  const { slug } = await givenGroup(agency, gone)
  await givenLoad(agency)

  expect(await today(() => findGroupPage(amina, slug))).toMatchObject({
    slug,
    members: 1,
    organizations: [{ slug: agency.slug, ...load }],
  })
  expect((await listGroups(amina)).find((group) => group.slug === slug)).toMatchObject({ members: 1 })
  const outside = (await outsideGroup(chen, slug, 500)).map((one) => one.slug)
  expect(outside).toContain(finance.slug)
  expect(outside).not.toContain(agency.slug)
  expect(outside).not.toContain(gone.slug)
  expect(await findGroupPage(amina, 'none')).toBeUndefined()
})

test('an organization is found by its slug, or by its name in any case, and a sign that looks like a wildcard is none', async () => {
  const slug = organizations.health.slug
  expect(await findOrganization(db, slug)).toMatchObject({ slug })
  expect(await findOrganization(db, 'ministry OF health')).toMatchObject({ slug })
  expect(await findOrganization(db, 'Ministry_of_Health')).toBeNull()
  expect(await findOrganization(db, 'Ministry%')).toBeNull()
})
