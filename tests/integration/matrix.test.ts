import { expect, test } from 'vitest'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { matrixOf, placeIn } from '@/lib/register/matrix'
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

test('an opened group leaves their columns to those who owe by themselves; late and begun members come first', async () => {
  const { of, owing, members, group, give } = await givenOpened({ direct: 2, many: 30 })
  const { health } = organizations
  await givenAssignment({ of, to: health, dueOn: '2026-11-02' })
  for (const [place, to] of members.entries()) {
    await give(to, place === 28 ? { progress: 'in_progress' } : place === 29 ? { dueOn: '2026-11-24' } : {})
  }

  const {
    organizations: columns,
    opened,
    groups,
    cells,
    memberCells,
    more,
  } = await matrixOf([of.id], today, group.slug)

  expect(columns.map(({ slug }) => slug).sort()).toEqual([...owing.map(({ slug }) => slug), health.slug].sort())
  expect(more).toBe(0)
  expect(cells.get(placeIn(of.key, health.slug))).toMatchObject({ late: true, dueOn: '2026-11-02' })
  expect(groups).toEqual([])
  expect(opened?.group.slug).toBe(group.slug)
  expect(opened?.members).toHaveLength(21)
  expect(opened?.more).toBe(9)
  expect(opened?.members.slice(0, 2).map(({ slug }) => slug)).toEqual([members[29]?.slug, members[28]?.slug])
  expect(memberCells.get(placeIn(of.key, members[28]?.slug ?? ''))?.status).toBe('in_progress')
})

test('however many owe by themselves, an opened group has columns', async () => {
  const { of, members, group, give } = await givenOpened({ direct: 26, many: 9 })
  for (const to of members) await give(to)

  const { organizations: columns, opened, more } = await matrixOf([of.id], today, group.slug)

  expect([columns.length, more, opened?.members.length, opened?.more]).toEqual([24, 2, 8, 1])
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
    const { cells, groupCells, organizations, more } = await matrixOf([of.id], today, '', await scopeFor(filters))
    const matching = [...cells.values()].filter((cell) => cell.matches).map(({ organization }) => organization.slug)
    return { matching, first: organizations[0]?.slug, more, counts: [...groupCells.values()][0]?.counts }
  }
  const whole = await matrixOf([of.id], today)
  const outside = owing.find(({ slug }) => whole.organizations.every((shown) => shown.slug !== slug))?.slug ?? ''
  const member = members[1]?.slug ?? ''

  expect(await asking({ organization: outside })).toMatchObject({ matching: [outside], first: outside, more: 2 })
  expect(await asking({ organization: member })).toMatchObject({
    matching: [member],
    first: member,
    more: 3,
    counts: [{ count: 2, matching: 0 }],
  })
  expect(await asking({ group: group.slug })).toMatchObject({ matching: [], counts: [{ count: 3, matching: 3 }] })
})

type Filters = { organization?: string; group?: string }

async function scopeFor(filters: Filters) {
  return valueIn(await scopeOf(people.chen, valueIn(readFilters(paramsOf(filters)))))
}
