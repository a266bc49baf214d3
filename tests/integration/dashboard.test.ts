import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { dashboard } from '@/lib/overview/dashboard'
import { myWork } from '@/lib/overview/my-work'
import type { AssignmentTally } from '@/lib/overview/tallies'
import type { Actor } from '@/lib/people/actor'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { paramsOf, readFilters } from '@/lib/recommendations/filters'
import { totalOf } from '@/lib/recommendations/list'
import { assignmentFacetsOf } from '@/lib/recommendations/list-assignments'
import { scopeOf } from '@/lib/recommendations/scope'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { organizations, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { day, givenWorld, onThatDay } from '../support/world'

beforeAll(async () => {
  await givenWorld(23)
})

type Asked = Parameters<typeof paramsOf>[0]

async function scopeFor(asked: Asked) {
  const filters = readFilters(paramsOf(asked))
  const scope = filters.ok ? await scopeOf(people.chen, filters.value) : filters
  if (!scope.ok) throw new Error(JSON.stringify(scope))
  return scope.value
}

const recommendations = async (asked: Asked) => totalOf(await scopeFor(asked))
const assignments = async (asked: Asked) => (await assignmentFacetsOf(await scopeFor(asked))).total

async function expectListed(tally: AssignmentTally, whose: Asked) {
  expect(tally.total).toBe(await assignments(whose))
  expect(tally.pending).toBe(await assignments({ ...whose, assignment: ['pending'] }))
  expect(tally.overdue).toBe(await assignments({ ...whose, due: 'overdue' }))
  expect(tally.soon).toBe(await assignments({ ...whose, due: 'soon' }))
  for (const status of Object.values(AssignmentStatus)) {
    expect(tally.byStatus[status] ?? 0).toBe(await assignments({ ...whose, assignment: [status] }))
  }
}

test('every number of the dashboard is that of the list to which it leads', () =>
  at(onThatDay, async () => {
    const seen = await dashboard(people.chen)
    const { total, actions, actionsDone, overdue, byStatus } = seen.recommendations
    expect(seen.today).toBe(day)
    expect(total).toBe(await recommendations({}))
    expect(actions).toBe(await recommendations({ kind: 'action' }))
    expect(actionsDone).toBe(await recommendations({ kind: 'action', status: ['implemented', 'verified'] }))
    expect(overdue).toBe(await recommendations({ due: 'overdue' }))
    for (const status of Object.values(RecommendationStatus)) {
      expect(byStatus[status] ?? 0).toBe(await recommendations({ status: [status] }))
    }
    await expectListed(seen.assignments, {})
    expect(seen.organizations.length).toBeGreaterThan(3)
    for (const { slug, ...tally } of seen.organizations) await expectListed(tally, { organization: slug })
    expect(seen.groups.map(({ slug }) => slug).sort()).toEqual(['group-1', 'group-2'])
    for (const { slug, ...tally } of seen.groups) await expectListed(tally, { group: slug })
    expect(seen.work.unassigned.total).toBe(await recommendations({ status: ['unassigned'] }))
    expect(seen.late.length).toBe(Math.min(5, seen.assignments.overdue))
  }))

test('where one belongs to an organization, its numbers are there, and what is on one is in the order in which it matters', () =>
  at(onThatDay, async () => {
    const { id, slug } = await db.organization.findUniqueOrThrow({ where: { slug: 'organization-1' } })
    const reader = await givenPerson({ organizationIds: [id] })
    const { own, work } = await dashboard(reader)

    expect(own).toMatchObject([{ slug, total: await assignments({ organization: slug }) }])
    const still = { organization: slug, assignment: ['pending'] }
    expect(work.own).toEqual([
      {
        slug,
        name: 'The organization-1',
        pending: await assignments(still),
        overdue: await assignments({ organization: slug, due: 'overdue' }),
      },
    ])
    expect(work.items).toHaveLength(await assignments(still))
    const order = ['overdue', 'returned', 'soon', 'unowned', 'later', 'undated']
    const places = work.items.map(({ why }) => order.indexOf(why))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(work.items.every(({ next }) => next === 'report' || next === 'own')).toBe(true)
    expect(work.unassigned).toEqual({ items: [], total: 0 })
  }))

test('a report that was returned comes right after what is overdue, with what to do about it', () =>
  at(onThatDay, async () => {
    const organization = await db.organization.create({ data: { slug: 'returned-to', name: 'Returned to' } })
    const item = await db.recommendation.findFirstOrThrow({ where: { key: 'WORLD-1-1.1' } })
    await db.assignment.create({
      data: {
        recommendationId: item.id,
        organizationId: organization.id,
        progress: 'implemented',
        verification: 'returned',
      },
    })
    const reader = await givenPerson({ organizationIds: [organization.id] })
    expect((await myWork(reader)).items).toMatchObject([{ why: 'returned', next: 'complete' }])
  }))

test('who only looks on is offered no next step', () =>
  at(onThatDay, async () => {
    const { id } = await db.organization.findUniqueOrThrow({ where: { slug: 'organization-1' } })
    const viewer = await givenPerson({ role: 'viewer', organizationIds: [id] })
    const { items } = await myWork(viewer)
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ next }) => next === undefined)).toBe(true)
  }))

test('what changed is told only to who may hear of it', () =>
  at(onThatDay, async () => {
    const key = 'WORLD-1-2.1'
    const note = { key, body: 'Between ourselves.', audience: 'organization', organization: organizations.health.slug }
    expect(await annotate(people.amina, note)).toMatchObject({ ok: true })
    const heard = async (actor: Actor) => (await dashboard(actor)).changed.map(({ recommendation }) => recommendation)
    expect(await heard(people.amina)).toContain(key)
    expect(await heard(people.bruno)).not.toContain(key)
  }))
