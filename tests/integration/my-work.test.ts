import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { myOverdueCount } from '@/lib/overview/my-overdue-count'
import { type MyWork, myWork } from '@/lib/overview/my-work'
import { at } from '@/lib/platform/clock'
import { cursorOf } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { saveReportDraft } from '@/lib/reports/save-draft'
import type { Prisma } from '@/prisma/generated/client'
import { givenRecommendation, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { listed } from '../support/listed'
import { givenOrganization } from '../support/places'
import { givenWorld, onThatDay } from '../support/world'

beforeAll(async () => {
  await givenWorld(23)
})

const workOf = async (actor: Actor, wanted = {}): Promise<MyWork> =>
  at(onThatDay, async () => valueIn(await myWork(actor, wanted)))

/** Somebody of an organization, which owes these, each under a recommendation of its own. */
async function givenDuties(...duties: Partial<Prisma.AssignmentUncheckedCreateInput>[]) {
  const { id: organizationId, slug } = await givenOrganization()
  const reader = await givenPerson({ organizationIds: [organizationId] })
  const other = await givenPerson({ organizationIds: [organizationId] })
  const ids: string[] = []
  for (const duty of duties) {
    const { id: recommendationId } = await givenRecommendation()
    const id = newId()
    const originalDueOn = duty.dueOn ?? null
    await db.assignment.create({
      data: { id, recommendationId, organizationId, ownerId: other.id, originalDueOn, ...duty },
    })
    ids.push(id)
  }
  return { reader, other, slug, organizationId, ids }
}

const on = (day: string) => new Date(day)
const implemented = { progress: 'implemented' } as const

test('the order in which things matter: returned, overdue, due soon, then the rest by due date; done is apart', async () => {
  const { reader, ids } = await givenDuties(
    { ...implemented, verification: 'verified' },
    { progress: 'in_progress', dueOn: on('2027-01-31') },
    { dueOn: on('2027-01-30') },
    { ownerId: null },
    { dueOn: on('2026-12-24') },
    { ...implemented, verification: 'returned', dueOn: on('2026-10-01') },
    { dueOn: on('2026-11-23') },
    { ...implemented, verification: 'submitted', dueOn: on('2026-10-01') },
  )
  const { items, total, overdue, soon, done, own } = await workOf(reader)

  expect(items.map(({ why }) => why)).toEqual(['returned', 'overdue', 'soon', 'not_started', 'under_way', 'unowned'])
  expect(items.map(({ assignment }) => assignment.id)).toEqual([5, 6, 4, 2, 1, 3].map((place) => ids[place]))
  expect(items.map(({ next }) => next)).toEqual(['complete', 'report', 'report', 'report', 'report', 'own'])
  expect({ total, overdue, soon }).toEqual({ total: 6, overdue: 2, soon: 1 })
  expect(done.items.map(({ assignment }) => assignment.id)).toEqual([ids[7], ids[0]])
  expect(done.total).toBe(2)
  expect(own).toMatchObject([{ pending: 6, overdue: 2 }])
})

test('a draft of the organization is in the work of those who may continue it, and of nobody else', async () => {
  const { reader, other, organizationId, ids } = await givenDuties({ dueOn: on('2026-11-01') }, { ...implemented })
  const drafts = await Promise.all(
    ids.map(async (assignmentId) => valueIn(await saveReportDraft(other, { assignmentId, narrative: 'Begun.' }))),
  )
  await saveReportDraft(people.chen, { assignmentId: ids[0], narrative: 'By letter.' })
  expect((await workOf(reader)).items.map(({ draft }) => draft)).toMatchObject([
    { id: drafts[0]?.id, savedBy: { id: other.id } },
  ])

  const viewer = await givenPerson({ role: 'viewer', organizationIds: [organizationId] })
  expect(JSON.stringify(await workOf(viewer))).not.toContain(drafts[0]?.id)
  await db.assignment.update({ where: { id: ids[0] ?? '' }, data: { ownerId: people.faisal.id } })
  expect((await workOf(people.faisal)).items.find(({ assignment }) => assignment.id === ids[0])).not.toHaveProperty(
    'draft',
  )
})

test('what is late and nobody’s asks for a report first', async () => {
  const { reader } = await givenDuties({ ownerId: null, dueOn: on('2026-11-01') })
  expect((await workOf(reader)).items.map(({ next }) => next)).toEqual(['report'])
})

test('of what is equally pressing what is due first comes first, on the same day one’s own', async () => {
  const { reader, ids } = await givenDuties(
    { dueOn: on('2026-11-20') },
    { dueOn: on('2026-11-20') },
    { dueOn: on('2026-10-20') },
  )
  await db.assignment.update({ where: { id: ids[1] ?? '' }, data: { ownerId: reader.id } })
  const { items } = await workOf(reader)
  expect(items.map(({ assignment }) => assignment.id)).toEqual([ids[2], ids[1], ids[0]])
})

test('what one owns elsewhere is on one, too', async () => {
  const owner = await givenPerson({ organizationIds: [] })
  const { ids } = await givenDuties({ ownerId: owner.id })
  const { items, own } = await workOf(owner)
  expect(items.map(({ assignment }) => assignment.id)).toContain(ids[0])
  expect(own).toEqual([])
})

test('a long list goes on page by page, without losing or repeating any', async () => {
  const { reader, ids } = await givenDuties(
    ...Array.from({ length: 7 }, (_, place) => ({ dueOn: on(`2027-02-0${place + 1}`) })),
  )
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page: MyWork = await workOf(reader, { limit: 3, ...(after && { after }) })
    seen.push(...page.items.map(({ assignment }) => assignment.id))
    expect(page.total).toBe(7)
    after = page.next
  } while (after)
  expect(seen).toEqual(ids)
})

const nowhere = ['', 'x', cursorOf('work', [1, 2]), cursorOf('work', [0, '0000-01-01', 0, newId()])]
test.each(nowhere)('“%s” is no place to go on from', async (after) => {
  expect(await myWork(people.amina, { after })).toMatchObject({
    ok: false,
    errors: [{ field: 'after', code: 'after_unreadable' }],
  })
})

test('where the whole recommendation is closed, nothing is left to do, and nothing is late', async () => {
  const { reader, ids } = await givenDuties({ dueOn: on('2026-11-01') })
  expect(await at(onThatDay, () => myOverdueCount(reader))).toBe(1)
  const { recommendation } = await db.assignment.findUniqueOrThrow({
    where: { id: ids[0] ?? '' },
    select: { recommendation: { select: { key: true } } },
  })
  const close = { key: recommendation.key, closure: 'superseded', reason: 'By a later report.' }
  expect(await closeRecommendation(people.chen, close)).toMatchObject({ ok: true })

  expect(await workOf(reader)).toMatchObject({ items: [], total: 0, done: { total: 1 }, own: [{ overdue: 0 }] })
  expect(await at(onThatDay, () => myOverdueCount(reader))).toBe(0)
})

test('what stands in an archived document is on nobody', async () => {
  const { reader, ids } = await givenDuties({ dueOn: on('2026-11-01') })
  await db.document.updateMany({
    where: { recommendations: { some: { assignments: { some: { id: ids[0] ?? '' } } } } },
    data: { archivedAt: new Date() },
  })
  expect(await workOf(reader)).toMatchObject({ items: [], total: 0, done: { total: 0 } })
  expect(await at(onThatDay, () => myOverdueCount(reader))).toBe(0)
})

test('the counts are those of the lists to which they lead', () =>
  at(onThatDay, async () => {
    const { id, slug } = await db.organization.findUniqueOrThrow({ where: { slug: 'organization-1' } })
    const reader = await givenPerson({ organizationIds: [id] })
    const { own, total, overdue, soon } = await workOf(reader)
    const pending = await listed.assignments({ organization: slug, assignment: ['pending'] })
    const late = await listed.assignments({ organization: slug, due: 'overdue' })

    expect(own).toEqual([{ slug, name: 'The organization-1', pending, overdue: late }])
    const waiting = { assignment: ['pending'], position: ['not_accepted'] }
    const refused = await listed.assignments({ organization: slug, ...waiting })
    expect({ total, overdue }).toEqual({ total: pending - refused, overdue: late })
    expect(soon).toBe(await listed.assignments({ organization: slug, due: 'soon' }))
    expect(await myOverdueCount(reader)).toBe(late)
  }))

test('who only looks on is offered no next step', async () => {
  const { organizationId } = await givenDuties({ dueOn: on('2026-11-01') }, { ownerId: null })
  const { items } = await workOf(await givenPerson({ role: 'viewer', organizationIds: [organizationId] }))
  expect(items).toHaveLength(2)
  expect(items.flatMap(({ next }) => next ?? [])).toEqual([])
})

test('what nobody has is for who assigns', () =>
  at(onThatDay, async () => {
    const { unassigned } = await workOf(people.chen)
    expect(unassigned.total).toBe(await listed.recommendations({ status: ['unassigned'] }))
    expect(unassigned.items).toHaveLength(Math.min(10, unassigned.total))
    expect((await workOf(people.amina)).unassigned).toEqual({ items: [], total: 0 })
  }))
