import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { matrixOf, placeIn } from '@/lib/register/matrix'
import { matrixPageOf, matrixRowsOf } from '@/lib/register/matrix-page'
import { scopeOf } from '@/lib/register/scope'
import { givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'

const today = '2026-11-25'

/** A recommendation that one organization owes by itself, and many as members of a group. */
async function givenOpened({ direct, many }: { direct: number; many: number }) {
  const of = await givenRecommendation()
  const owing = await Promise.all(Array.from({ length: direct }, () => givenOrganization()))
  const members = await Promise.all(Array.from({ length: many }, () => givenOrganization()))
  const group = await givenGroup(...members)
  for (const to of owing) await givenAssignment({ of, to })
  const give = (to: { id: string }, standing: object = {}) =>
    givenAssignment({ of, to, viaGroupId: group.id, ...standing })
  return { of, owing, members, group, give }
}

test('what came by a group is one column of counts', async () => {
  const { of, owing, members, group, give } = await givenOpened({ direct: 1, many: 3 })
  for (const [place, to] of members.entries()) await give(to, place === 0 ? { progress: 'in_progress' } : {})

  const matrix = await matrixOf([of.id], today)

  expect(matrix.organizations.map(({ slug }) => slug)).toEqual(owing.map(({ slug }) => slug))
  expect(matrix.groups.map(({ slug }) => slug)).toEqual([group.slug])
  expect(matrix.groupCells.get(placeIn(of.key, group.slug))?.counts).toEqual([
    { status: 'not_started', count: 2, matching: 2 },
    { status: 'in_progress', count: 1, matching: 1 },
  ])
  expect(matrix.opened).toBeUndefined()
})

test('an opened group has a column for each member, after those who owe by themselves; late and begun members come first', async () => {
  const { of, owing, members, group, give } = await givenOpened({ direct: 2, many: 30 })
  const { health } = organizations
  await givenAssignment({ of, to: health, dueOn: '2026-11-02' })
  for (const [place, to] of members.entries()) {
    await give(to, place === 28 ? { progress: 'in_progress' } : place === 29 ? { dueOn: '2026-11-24' } : {})
  }

  const { organizations: columns, opened, groups, cells, memberCells } = await matrixOf([of.id], today, group.slug)

  expect(columns.map(({ slug }) => slug).sort()).toEqual([...owing.map(({ slug }) => slug), health.slug].sort())
  expect(cells.get(placeIn(of.key, health.slug))).toMatchObject({ late: true, dueOn: '2026-11-02' })
  expect(groups).toEqual([])
  expect(opened?.group.slug).toBe(group.slug)
  expect(opened?.members).toHaveLength(30)
  expect(opened?.members.slice(0, 2).map(({ slug }) => slug)).toEqual([members[29]?.slug, members[28]?.slug])
  expect(memberCells.get(placeIn(of.key, members[28]?.slug ?? ''))?.status).toBe('in_progress')
})

test('a page has as many recommendations as its cells have room, and the next page begins after them', async () => {
  const { of, members, group, give } = await givenOpened({ direct: 2, many: 5 })
  for (const to of members) await give(to)
  const next = await givenRecommendation()
  await givenAssignment({ of: next })
  const theme = `Theme ${of.key}`
  await db.recommendation.updateMany({ where: { id: { in: [of.id, next.id] } }, data: { themes: [theme] } })
  const pageWith = async (most: number, opened = '', after?: string) => {
    const scope = await scopeFor({ theme, ...(after && { after }) })
    return valueIn(await matrixPageOf(scope, opened, most))
  }

  expect(await pageWith(3)).toEqual({ ids: [of.id, next.id], next: null })
  const first = await pageWith(2)
  expect(first).toEqual({ ids: [of.id], next: expect.any(String) })
  expect(await pageWith(2, '', first.next ?? '')).toEqual({ ids: [next.id], next: null })
  expect((await pageWith(7, group.slug)).ids).toEqual([of.id])
  expect((await pageWith(8, group.slug)).ids).toEqual([of.id, next.id])
  expect((await pageWith(1)).ids, 'one recommendation is always shown').toEqual([of.id])
  expect(await matrixRowsOf([next.id, of.id])).toMatchObject([
    { key: next.key, title: 'Cooperate', assignments: 1 },
    { key: of.key, status: 'not_started', assignments: 7 },
  ])
})

test('a group that nobody owes as a member of opens nothing', async () => {
  const { of, members, give, group } = await givenOpened({ direct: 1, many: 1 })
  for (const to of members) await give(to)

  const { opened, groups } = await matrixOf([of.id], today, 'nobody-at-all')

  expect(opened).toBeUndefined()
  expect(groups.map(({ slug }) => slug)).toEqual([group.slug])
})

test('of one organization, its column comes first, also where it came by a group, and its cells alone are asked for', async () => {
  const { of, owing, members, group, give } = await givenOpened({ direct: 26, many: 3 })
  for (const to of members) await give(to)
  const asking = async (filters: Filters) => {
    const { cells, groupCells, organizations } = await matrixOf([of.id], today, '', await scopeFor(filters))
    const matching = [...cells.values()].filter((cell) => cell.matches).map(({ organization }) => organization.slug)
    return { matching, first: organizations[0]?.slug, counts: [...groupCells.values()][0]?.counts }
  }
  const outside = owing[25]?.slug ?? ''
  const member = members[1]?.slug ?? ''

  expect(await asking({ organization: outside })).toMatchObject({ matching: [outside], first: outside })
  expect(await asking({ organization: member })).toMatchObject({
    matching: [member],
    first: member,
    counts: [{ count: 2, matching: 0 }],
  })
  expect(await asking({ group: group.slug })).toMatchObject({ matching: [], counts: [{ count: 3, matching: 3 }] })
})

type Filters = { organization?: string; group?: string; theme?: string; after?: string }

async function scopeFor(filters: Filters) {
  return valueIn(await scopeOf(people.chen, valueIn(readFilters(paramsOf(filters)))))
}
