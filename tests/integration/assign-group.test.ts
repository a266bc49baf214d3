import { beforeAll, expect, test } from 'vitest'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import {
  emailOf,
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'

const { amina, chen, dita, elif, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

const both = () => givenGroup(health, finance)

test('every member comes to owe it, each on its own, by the group', async () => {
  const { key, id } = await givenRecommendation()
  const group = await both()

  const assigned = valueIn(await assignGroup(chen, { key, group: group.slug, dueOn: '2027-06-30' }))

  const via = { group: { slug: group.slug, name: group.name }, dueOn: '2027-06-30', originalDueOn: '2027-06-30' }
  expect(assigned).toMatchObject({
    made: [
      { organization: { slug: finance.slug }, ...via, role: 'contributing', version: 1 },
      { organization: { slug: health.slug }, ...via, role: 'contributing', version: 1 },
    ],
    already: [],
  })
  const [first] = assigned.made
  expect(await eventsOf(first?.id ?? '')).toMatchObject([
    {
      kind: 'assignment.made',
      body: { before: null, after: { organizationId: finance.id, viaGroupId: group.id, dueOn: '2027-06-30' } },
    },
  ])
  expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ openCount: 2, version: 1 })
})

test('sent twice under one id it makes nothing again, and answers those that it made', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  await givenAssignment({ of: { id: recommendationId } })
  const sent = { id: newId(), key, group: (await both()).slug }
  const first = valueIn(await assignGroup(chen, sent))

  const again = await assignGroup(chen, sent)

  expect(again).toEqual({ ok: true, changed: false, value: first })
  expect(first).toMatchObject({ made: [{ organization: { slug: finance.slug } }], already: [{}] })
})

test('193 at once are one change, and one count of the recommendation', async () => {
  const { key, id } = await givenRecommendation()
  const states = Array.from({ length: 193 }, () => ({ id: newId() }))
  await db.organization.createMany({ data: states.map(({ id }) => ({ id, slug: `s-${id}`, name: id })) })
  const { slug } = await givenGroup(...states)

  const { made, already } = valueIn(await assignGroup(chen, { key, group: slug }))

  expect([made.length, already.length]).toEqual([193, 0])
  const events = await db.event.findMany({ where: { recommendationId: id } })
  expect(events).toHaveLength(193)
  expect(new Set(events.map(({ change }) => change)).size).toBe(1)
  expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ openCount: 193, status: 'not_started' })
})

test('who owes it already is left as they are, and named', async () => {
  const { key } = await givenRecommendation()
  const lead = { role: 'lead', dueOn: '2026-12-31', owner: emailOf('amina') }
  const before = valueIn(await assign(chen, { key, organization: health.slug, ...lead }))

  const assigned = valueIn(await assignGroup(chen, { key, group: (await both()).slug, dueOn: '2027-06-30' }))

  expect(assigned).toMatchObject({ made: [{ organization: { slug: finance.slug } }], already: [before] })
  expect(await eventsOf(before.id)).toHaveLength(1)
})

test('a second time changes nothing, and succeeds', async () => {
  const { key, id } = await givenRecommendation()
  const group = (await both()).slug
  const { made } = valueIn(await assignGroup(chen, { key, group }))
  const before = await traceOfRecommendation(id)

  expect(await assignGroup(chen, { key, group })).toMatchObject({ changed: false, value: { made: [], already: made } })
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('of two who assign overlapping groups at once neither fails, and nobody owes it twice', async () => {
  const { key, id } = await givenRecommendation()
  const others = await Promise.all(Array.from({ length: 6 }, () => givenOrganization()))
  const [one, other] = [await givenGroup(health, ...others), await givenGroup(...others.toReversed(), finance)]

  const results = await Promise.all([
    assignGroup(chen, { key, group: one.slug }),
    assignGroup(faisal, { key, group: other.slug }),
  ])

  const made = results.map((result) => valueIn(result).made.length)
  expect(made.toSorted()).toEqual([1, 7])
  expect(await db.assignment.count({ where: { recommendationId: id } })).toBe(8)
  expect(await db.event.count({ where: { recommendationId: id } })).toBe(8)
})

test('members that were archived owe nothing', async () => {
  const { key } = await givenRecommendation()
  const group = await givenGroup(health, await givenOrganization({ archived: true }))

  expect(valueIn(await assignGroup(chen, { key, group: group.name.toUpperCase() })).made).toHaveLength(1)
})

test('an owner of all is one who can own each', async () => {
  const { key } = await givenRecommendation()
  const group = (await both()).slug

  expect(refusalOf(await assignGroup(chen, { key, group, owner: emailOf('amina') }))).toBe('owner: owner_outside')
  expect(await assignGroup(chen, { key, group, owner: emailOf('faisal') })).toMatchObject({
    value: { made: [{ owner: { id: faisal.id } }, { owner: { id: faisal.id } }] },
  })
})

const refusals = [
  { rule: 'a focal point assigns no group', actor: amina, code: 'assign_forbidden' },
  { rule: 'a viewer assigns no group', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer assigns no group', actor: elif, code: 'assign_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a group that is not there has no members', input: { group: 'nobody' }, code: 'group: group_unknown' },
  { rule: 'a group is named', input: { group: '' }, code: 'group: group_missing' },
  { rule: 'an organization is no group', input: { group: health.slug }, code: 'group: group_unknown' },
  { rule: 'an owner has an account', input: { owner: 'nobody@example.org' }, code: 'owner: owner_unknown' },
  { rule: 'a due date is a day', input: { dueOn: '2027-02-30' }, code: 'dueOn: day_unreadable' },
  { rule: 'a group has no lead', input: { role: 'lead' }, code: 'role: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { key, id } = await givenRecommendation(given)
  const { slug: group } = await both()
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await assignGroup(actor, { key, group, ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('a group without members is no way to assign', async () => {
  const { key } = await givenRecommendation()
  const { slug } = await givenGroup()
  expect(refusalOf(await assignGroup(chen, { key, group: slug }))).toBe('group: group_empty')
})

test('a closed recommendation is assigned to no group', async () => {
  const { key } = await givenRecommendation({ closed: true })

  expect(await assignGroup(chen, { key, group: (await both()).slug })).toMatchObject({
    code: 'recommendation_closed',
    current: { key, status: 'closed' },
  })
})
