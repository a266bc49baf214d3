import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assignGroup } from '@/lib/assignments/assign'
import type { Actor } from '@/lib/domain/actor'
import { dashboard } from '@/lib/overview/dashboard'
import type { PartyTotals } from '@/lib/overview/organization-figures'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { organizations, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { expectListed, listed } from '../support/listed'
import { day, givenWorld, type Item, onThatDay } from '../support/world'

let world: Item[] = []
beforeAll(async () => {
  world = await givenWorld(23)
})

test('every number of the dashboard is that of the list to which it leads, and what is archived is in none', () =>
  at(onThatDay, async () => {
    const seen = await dashboard(people.chen)
    expect(seen.today).toBe(day)
    expect(seen.recommendations.total).toBe(world.filter(({ archived }) => !archived).length)
    expect(seen.recommendations.total).toBe(await listed.recommendations({}))
    expect(seen.recommendations.overdue).toBe(await listed.recommendations({ due: 'overdue' }))
    expect(seen.recommendations.soon).toBe(await listed.recommendations({ due: 'soon' }))
    for (const kind of Object.values(Kind)) {
      const { total, byStatus } = seen.recommendations[kind]
      expect(total).toBe(await listed.recommendations({ kind }))
      for (const status of Object.values(RecommendationStatus)) {
        expect(byStatus[status] ?? 0).toBe(await listed.recommendations({ kind, status: [status] }))
      }
    }
    await expectListed(seen.assignments, {})
    expect(seen.assignments.soon).toBe(await listed.assignments({ due: 'soon' }))
  }))

test('who carries what: organizations with all that they owe, and what came by a group as one', () =>
  at(onThatDay, async () => {
    const seen = await dashboard(people.chen)
    expect(seen.organizations.length).toBeGreaterThan(3)
    for (const { slug, ...totals } of seen.organizations) await expectListed(totals, { organization: slug })
    expect(seen.organizations.map(({ pending }) => pending)).toEqual(descending(seen.organizations))

    expect(seen.groups.map(({ slug }) => slug).sort()).toEqual(['group-1', 'group-2'])
    for (const { slug, organizations, ...totals } of seen.groups) {
      await expectListed(totals, { group: slug })
      expect(organizations).toBe(new Set(dutiesBy(slug).map((duty) => duty.organization)).size)
    }
  }))

const descending = (totals: PartyTotals[]) => totals.map(({ pending }) => pending).sort((a, b) => b - a)

const dutiesBy = (group: string) =>
  world.filter(({ archived }) => !archived).flatMap(({ duties }) => duties.filter((duty) => duty.group === group))

test('needs attention: what is overdue the longest, what is due next, and what nobody has', () =>
  at(onThatDay, async () => {
    const { attention, recommendations } = await dashboard(people.dita)
    const { overdue, soon, unassigned } = attention
    expect(overdue).toHaveLength(Math.min(5, recommendations.overdue))
    expect(soon.length).toBeLessThanOrEqual(recommendations.soon)
    expect(unassigned).toHaveLength(Math.min(5, recommendations.action.byStatus.unassigned ?? 0))
    const days = [...overdue, ...soon].map(({ dueOn = '' }) => dueOn)
    expect(days).toEqual([...days].sort())

    for (const { key, behind = [], others = 0 } of overdue) {
      const duties = world.find((item) => item.key === key)?.duties ?? []
      const late = duties.filter(({ dueOn, status }) => (dueOn ?? day) < day && pending.includes(status))
      const parties = new Set(late.map((duty) => duty.group ?? duty.organization))
      expect(behind.length + others).toBe(parties.size)
      expect(behind.every(({ name }) => parties.has(name.replace('The ', '')))).toBe(true)
    }
  }))

const pending: string[] = ['not_started', 'in_progress', 'partially_implemented']

test('where one belongs to an organization, its numbers are there', () =>
  at(onThatDay, async () => {
    const { id, slug } = await db.organization.findUniqueOrThrow({ where: { slug: 'organization-1' } })
    const reader = await givenPerson({ organizationIds: [id] })
    const { own, work } = await dashboard(reader)

    expect(own).toMatchObject([{ slug, name: 'The organization-1' }])
    for (const totals of own) await expectListed(totals, { organization: slug })
    expect(work?.total).toBe(await listed.assignments({ organization: slug, assignment: ['pending'] }))
    expect((await dashboard(people.dita)).own).toEqual([])
  }))

test('an archived organization has no row, because its page is not there for everybody', () =>
  at(onThatDay, async () => {
    const slugs = ({ organizations, own }: Awaited<ReturnType<typeof dashboard>>) =>
      [organizations, own].map((rows) => rows.map(({ slug }) => slug))
    const { id, slug } = await db.organization.findUniqueOrThrow({ where: { slug: 'organization-2' } })
    const member = await givenPerson({ organizationIds: [id] })
    expect(slugs(await dashboard(member))).toEqual([expect.arrayContaining([slug]), [slug]])

    await db.organization.update({ where: { id }, data: { archivedAt: new Date() } })
    const { key = '' } = world.find(({ archived, closed }) => !archived && !closed) ?? {}
    await annotate(people.chen, { key, body: 'The next event.' })
    for (const actor of [member, people.dita, people.chen]) {
      expect(slugs(await dashboard(actor)).flat()).not.toContain(slug)
    }
    expect((await dashboard(people.dita)).organizations.length).toBeGreaterThan(3)
    await db.organization.update({ where: { id }, data: { archivedAt: null } })
  }))

test('only who can bring documents back is told that some are archived', async () => {
  expect((await dashboard(people.chen)).archived).toBe(true)
  expect((await dashboard(people.dita)).archived).toBeUndefined()
  expect((await dashboard(people.dita)).documents.map(({ code }) => code)).toEqual(['WORLD-2', 'WORLD-1'])
})

test('what changed is told only to who may hear of it', () =>
  at(onThatDay, async () => {
    const key = 'WORLD-1-2.1'
    const note = { key, body: 'Between ourselves.', audience: 'organization', organization: organizations.health.slug }
    expect(await annotate(people.amina, note)).toMatchObject({ ok: true })
    const heard = async (actor: Actor) => (await dashboard(actor)).changed.map(({ recommendation }) => recommendation)
    expect(await heard(people.amina)).toContain(key)
    expect(await heard(people.bruno)).not.toContain(key)
  }))

test('what is done to a hundred at once is one of several lines', () =>
  at(onThatDay, async () => {
    const { key = '' } = world.find(({ archived, closed }) => !archived && !closed) ?? {}
    for (const body of ['First.', 'Second.']) await annotate(people.chen, { key, body })
    const group = await groupOf(100)

    expect(await assignGroup(people.chen, { key, group })).toMatchObject({ ok: true })

    const { changed } = await dashboard(people.dita)
    expect(changed.length).toBeGreaterThan(2)
    expect(changed[0]?.sentence).toContain('100')
  }))

/** A group of so many organizations that owe nothing yet. */
async function groupOf(count: number) {
  const data = Array.from({ length: count }, (_, place) => ({ slug: `member-${place}`, name: `Member ${place}` }))
  const members = await db.organization.createManyAndReturn({ data })
  const { slug } = await db.group.create({
    data: {
      slug: 'members',
      name: 'Members',
      members: { create: members.map(({ id }) => ({ organizationId: id })) },
    },
  })
  return slug
}
