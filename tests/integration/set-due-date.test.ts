import { beforeAll, expect, test } from 'vitest'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { db } from '@/lib/platform/db'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenGroup } from '../support/places'

const { chen } = people
const { health, finance } = organizations
const dueOn = '2027-06-30'

beforeAll(givenPeople)

test('all that is still to be done gets the date by one change; the first one stays the original', async () => {
  const recommendation = await givenRecommendation()
  const first = await givenAssignment({ of: recommendation, to: health })
  const second = await givenAssignment({ of: recommendation, to: finance, dueOn: '2026-12-31' })

  expect(
    valueIn(await setDueDate(chen, { key: recommendation.key, dueOn, reason: 'The ministry asked for it.' })),
  ).toEqual({ set: 2, already: 0 })

  const rows = await db.assignment.findMany({ where: { recommendationId: recommendation.id }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { id: first.id, dueOn: new Date(dueOn), originalDueOn: new Date(dueOn), version: 2 },
    { id: second.id, dueOn: new Date(dueOn), originalDueOn: new Date('2026-12-31'), version: 2 },
  ])
  expect(await eventsOf(second.id)).toMatchObject([
    { kind: 'assignment.changed', actorId: chen.id, body: { before: { dueOn: '2026-12-31' }, after: { dueOn } } },
  ])
  const changes = await db.event.findMany({ where: { recommendationId: recommendation.id }, select: { change: true } })
  expect(new Set(changes.map(({ change }) => change)).size).toBe(1)
})

test('only one organization gets it where one is named', async () => {
  const recommendation = await givenRecommendation()
  await givenAssignment({ of: recommendation, to: health })
  const other = await givenAssignment({ of: recommendation, to: finance })

  const only = { key: recommendation.key, dueOn, parties: [{ organization: health.name }] }
  expect(valueIn(await setDueDate(chen, only))).toEqual({ set: 1, already: 0 })
  expect(await db.assignment.findUnique({ where: { id: other.id } })).toMatchObject({ dueOn: null })
})

test('only the members of a group get it where a group is named, however they were assigned', async () => {
  const recommendation = await givenRecommendation()
  await givenAssignment({ of: recommendation, to: health })
  const other = await givenAssignment({ of: recommendation, to: finance })
  const group = await givenGroup(health)

  const only = { key: recommendation.key, dueOn, parties: [{ group: group.name }] }
  expect(valueIn(await setDueDate(chen, only))).toEqual({ set: 1, already: 0 })
  expect(await db.assignment.findUnique({ where: { id: other.id } })).toMatchObject({ dueOn: null })
})

test('what has the date already, or is done or closed, stays as it is', async () => {
  const recommendation = await givenRecommendation()
  await givenAssignment({ of: recommendation, to: health, dueOn })
  await givenAssignment({ of: recommendation, to: finance, closed: true })
  const before = await traceOfRecommendation(recommendation.id)

  const result = await setDueDate(chen, { key: recommendation.key, dueOn })

  expect(result).toMatchObject({ ok: true, changed: false, value: { set: 0, already: 1 } })
  expect(await traceOfRecommendation(recommendation.id)).toEqual(before)
})

const refusals = [
  { rule: 'a day that is none', input: { dueOn: '2027-02-30' }, code: 'day_unreadable' },
  {
    rule: 'an organization that is none',
    input: { parties: [{ organization: 'Nobody' }] },
    code: 'organization_unknown',
  },
  { rule: 'a recommendation that is none', input: { key: 'NONE-1.1' }, code: 'recommendation_not_found' },
  { rule: 'a focal point', actor: people.amina, code: 'assign_forbidden' },
]
for (const { rule, actor = chen, input = {}, code } of refusals) {
  test(`${rule} is refused, and the refusal leaves no trace`, async () => {
    const recommendation = await givenRecommendation()
    await givenAssignment({ of: recommendation, to: health })
    const before = await traceOfRecommendation(recommendation.id)

    const result = await setDueDate(actor, { key: recommendation.key, dueOn, ...input })

    expect(JSON.stringify(result)).toContain(`"code":"${code}"`)
    expect(result.ok).toBe(false)
    expect(await traceOfRecommendation(recommendation.id)).toEqual(before)
  })
}
