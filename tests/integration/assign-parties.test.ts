import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import {
  emailOf,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { openSession, untilHeld } from '../support/session'

const { amina, chen, dita, elif, faisal } = people
const { health, finance } = organizations
const both = { parties: [{ organization: health.slug }, { organization: finance.name }] }

beforeAll(givenPeople)

test('several come to owe it by one change, each on its own', async () => {
  const { key, id } = await givenRecommendation()

  const assigned = valueIn(await assignParties(chen, { key, ...both, owner: emailOf('chen'), dueOn: '2027-06-30' }))

  const duty = { owner: { id: chen.id }, dueOn: '2027-06-30', role: 'contributing', version: 1 }
  expect(assigned).toMatchObject({
    made: [
      { organization: { slug: finance.slug }, ...duty },
      { organization: { slug: health.slug }, ...duty },
    ],
    already: [],
  })
  const events = await db.event.findMany({ where: { recommendationId: id } })
  expect(events.map(({ kind }) => kind)).toEqual(['assignment.made', 'assignment.made'])
  expect(new Set(events.map(({ change }) => change)).size).toBe(1)
})

test('one that is named twice owes it once', async () => {
  const { key } = await givenRecommendation()
  const named = { parties: [health.slug, health.name, health.slug].map((organization) => ({ organization })) }

  expect(valueIn(await assignParties(chen, { key, ...named })).made).toHaveLength(1)
})

test('who owes it already is named, and a second time changes nothing', async () => {
  const { key, id } = await givenRecommendation()
  const before = valueIn(await assign(chen, { key, organization: health.slug }))

  expect(await assignParties(chen, { key, ...both })).toMatchObject({ value: { made: [{}], already: [before] } })
  const after = await traceOfRecommendation(id)

  expect(await assignParties(chen, { key, ...both })).toMatchObject({ changed: false, value: { already: [{}, {}] } })
  expect(await traceOfRecommendation(id)).toEqual(after)
})

test('two who assign the same many in other orders never wait for each other crosswise', async () => {
  const many = await Promise.all(Array.from({ length: 20 }, () => givenOrganization()))
  const parties = many.map(({ slug }) => ({ organization: slug }))
  const { key, id } = await givenRecommendation()
  // Held back in the middle: had each begun from its own end, each would now have what the other needs.
  const gate = await openSession()
  const held = 'insert into assignments (id, recommendation_id, organization_id) values (gen_random_uuid(), $1, $2)'
  await gate.run(held, [id, many[10]?.id])

  const both = Promise.all([
    assignParties(chen, { key, parties }),
    assignParties(faisal, { key, parties: parties.toReversed() }),
  ])
  await untilHeld(2)
  await gate.end('rollback')

  expect((await both).map((result) => valueIn(result).made.length).toSorted()).toEqual([0, 20])
  await db.$queryRaw`select pg_stat_force_next_flush()::text`
  expect(await db.$queryRaw`select deadlocks::int from pg_stat_database where datname = current_database()`).toEqual([
    { deadlocks: 0 },
  ])
})

const refusals = [
  { rule: 'a focal point does not assign', actor: amina, code: 'assign_forbidden' },
  { rule: 'a viewer does not assign', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer does not assign', actor: elif, code: 'assign_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'nobody is not several', input: { parties: [] }, code: 'parties: organization_missing' },
  {
    rule: 'each has a name',
    input: { parties: [{ organization: health.slug }, { organization: ' ' }] },
    code: 'parties.1.organization: organization_missing',
  },
  {
    rule: 'each that is not there is named, and the others are not assigned',
    input: { parties: [{ organization: 'nobody' }, { organization: health.slug }, { group: 'no one' }] },
    code: 'parties.0.organization: organization_unknown, parties.2.group: group_unknown',
  },
  { rule: 'an owner can own each', input: { owner: emailOf('amina') }, code: 'owner: owner_outside' },
  { rule: 'a due date is a day', input: { dueOn: 'soon' }, code: 'dueOn: day_unreadable' },
  {
    rule: 'not without end',
    input: { parties: Array.from({ length: 501 }, () => ({ organization: health.slug })) },
    code: 'parties: list_too_long',
  },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { key, id } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await assignParties(actor, { key, ...both, ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('a closed recommendation is assigned to nobody', async () => {
  const { key } = await givenRecommendation({ closed: true })

  expect(await assignParties(chen, { key, ...both })).toMatchObject({ code: 'recommendation_closed', current: { key } })
})

test('where anything stands in the way nothing is done: no member of a group, and no organization is added', async () => {
  const { key, id } = await givenRecommendation()
  const group = await givenGroup(health)
  const parties = [{ group: group.slug }, { organization: `Council ${id}` }]
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await assignParties(chen, { key, parties, addMissing: true, owner: emailOf('amina') }))).toBe(
    'owner: owner_outside',
  )
  expect(await traceOfRecommendation(id)).toEqual(before)
  expect(await db.organization.count({ where: { name: `Council ${id}` } })).toBe(0)

  expect(valueIn(await assignParties(chen, { key, parties, addMissing: true })).made).toMatchObject([
    { organization: { name: `Council ${id}` } },
    { organization: { slug: health.slug }, group: { slug: group.slug } },
  ])
})

test('all that is wrong is said at once', async () => {
  const { key } = await givenRecommendation()
  const parties = [{ organization: 'Nobody we know' }, { group: 'No group either' }]

  const refused = await assignParties(chen, { key, parties, owner: 'nobody@example.org', dueOn: '2020-01-31' })

  const [unknown, past] = [
    'parties.0.organization: organization_unknown, parties.1.group: group_unknown',
    'dueOn: due_in_past',
  ]
  expect(refusalOf(refused)).toBe(`${unknown}, owner: owner_unknown, ${past}`)
})

test('who is named and is a member of a group besides owes it directly', async () => {
  const { key } = await givenRecommendation()
  const parties = [{ group: (await givenGroup(health, finance)).slug }, { organization: health.slug }]

  const { made } = valueIn(await assignParties(chen, { key, parties }))

  expect(made.map(({ organization, group }) => [organization.slug, group !== undefined])).toEqual([
    [finance.slug, true],
    [health.slug, false],
  ])
})

test('several cannot lead, and one can', async () => {
  const { key } = await givenRecommendation()

  expect(refusalOf(await assignParties(chen, { key, ...both, role: 'lead' }))).toBe('role: lead_is_one')
})

test('a date in the past is set once it is confirmed', async () => {
  const { key, id } = await givenRecommendation()
  const asked = { key, ...both, dueOn: '2020-01-31' }

  expect(refusalOf(await assignParties(chen, asked))).toBe('dueOn: due_in_past')
  expect(await db.assignment.count({ where: { recommendationId: id } })).toBe(0)
  const confirmed = { ...asked, id: newId(), confirmPast: true }
  expect(valueIn(await assignParties(chen, confirmed)).made).toHaveLength(2)
  expect(await assignParties(chen, { ...confirmed, confirmPast: false })).toMatchObject({ ok: true, changed: false })
})
