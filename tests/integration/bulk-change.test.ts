import { beforeAll, expect, test, vi } from 'vitest'
import { bulkChange } from '@/lib/overview/bulk-change'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import {
  emailOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  valueIn,
} from '../support/given'
import { givenGroup } from '../support/places'
import { refusalOf } from '../support/refusal'

const { chen } = people
const { health, finance } = organizations

beforeAll(givenPeople)

async function givenThree() {
  const open = await givenRecommendation()
  const owed = await givenRecommendation()
  await givenAssignment({ of: owed, to: health })
  const closed = await givenRecommendation()
  valueIn(await closeRecommendation(chen, { key: closed.key, closure: 'superseded', reason: 'By a later report.' }))
  return { open, owed, closed, keys: [open.key, owed.key, closed.key] }
}

test('the same is done to each, and of each it is said what came of it', async () => {
  const { open, owed, closed, keys } = await givenThree()

  const outcomes = valueIn(await bulkChange(chen, { keys, act: 'assign', party: health.name, dueOn: '2027-06-30' }))

  expect(outcomes).toMatchObject([
    { key: open.key, done: 1, already: 0 },
    { key: owed.key, done: 0, already: 1 },
    { key: closed.key, failure: { code: 'recommendation_closed' } },
  ])
  expect(await db.assignment.findMany({ where: { recommendationId: open.id } })).toMatchObject([
    { organizationId: health.id, dueOn: new Date('2027-06-30') },
  ])
})

test('all that is wrong with the form is said at once, and nothing is done', async () => {
  const { keys, open } = await givenThree()
  const wrong = { party: 'Nobody we know', owner: 'nobody@example.org', dueOn: '2020-01-31' }

  const assigning = await bulkChange(chen, { keys, act: 'assign', ...wrong })
  expect(refusalOf(assigning)).toBe('party: party_unknown, owner: owner_unknown, dueOn: due_in_past')
  const dating = await bulkChange(chen, { keys, act: 'due', dueOn: wrong.dueOn, only: wrong.party })
  expect(refusalOf(dating)).toBe('only: party_unknown, dueOn: due_in_past')
  const leading = { ...wrong, party: `${health.slug}; ${finance.slug}`, role: 'lead' }
  expect(refusalOf(await bulkChange(chen, { keys, act: 'assign', ...leading }))).toBe(
    'owner: owner_unknown, role: lead_is_one, dueOn: due_in_past',
  )
  expect(await db.assignment.count({ where: { recommendationId: open.id } })).toBe(0)
})

test('a group is as good as an organization: all its members owe it', async () => {
  const { key } = await givenRecommendation()
  const group = await givenGroup(health, finance)

  expect(valueIn(await bulkChange(chen, { keys: [key], act: 'assign', party: group.name }))).toEqual([
    { key, done: 2, already: 0 },
  ])
})

test('due dates are set, of one organization or of all', async () => {
  const { open, owed } = await givenThree()
  const keys = [open.key, owed.key]

  const outcomes = valueIn(await bulkChange(chen, { keys, act: 'due', dueOn: '2027-06-30', only: health.slug }))

  expect(outcomes).toEqual([
    { key: open.key, done: 0, already: 0 },
    { key: owed.key, done: 1, already: 0 },
  ])
})

test('due dates are set of the members of a group; a party that is none is said at its field', async () => {
  const { owed } = await givenThree()
  await givenAssignment({ of: owed, to: finance })
  const asked = { keys: [owed.key], act: 'due', dueOn: '2027-06-30' }
  const group = await givenGroup(health)

  expect(valueIn(await bulkChange(chen, { ...asked, only: group.name }))).toEqual([
    { key: owed.key, done: 1, already: 0 },
  ])
  expect(refusalOf(await bulkChange(chen, { ...asked, only: 'Nobody' }))).toBe('only: party_unknown')
})

test('a theme comes to those that they have, once', async () => {
  const { key, id } = await givenRecommendation()
  const add = () => bulkChange(chen, { keys: [key, key], act: 'theme', theme: ' Cybercrime ' })

  expect(valueIn(await add())).toEqual([{ key, done: 1, already: 0 }])
  expect(valueIn(await add())).toEqual([{ key, done: 0, already: 1 }])
  expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ themes: ['Cybercrime'] })
  expect(await db.recommendationTheme.findMany({ where: { recommendationId: id } })).toMatchObject([
    { theme: 'Cybercrime' },
  ])
})

const refusals = [
  { rule: 'nothing ticked', input: { keys: [] }, field: 'keys', code: 'keys_missing' },
  { rule: 'nothing chosen to do', input: { act: undefined }, field: 'act', code: 'act_missing' },
  { rule: 'a party that is none', input: { party: 'Nobody at all' }, field: 'party', code: 'party_unknown' },
  { rule: 'no party', input: { party: undefined }, field: 'party', code: 'party_missing' },
  { rule: 'no date', input: { act: 'due' }, field: 'dueOn', code: 'day_missing' },
  { rule: 'no date that can be read', input: { act: 'due', dueOn: 'soon' }, field: 'dueOn', code: 'day_unreadable' },
  { rule: 'no theme', input: { act: 'theme' }, field: 'theme', code: 'theme_missing' },
]
for (const { rule, input, field, code } of refusals) {
  test(`${rule} is said by its field, and nothing is done`, async () => {
    const { key } = await givenRecommendation()
    const before = await db.event.count()

    const result = await bulkChange(chen, { keys: [key], act: 'assign', party: health.slug, ...input })

    expect(result).toMatchObject({ ok: false, reason: 'invalid', errors: [{ field, code }] })
    expect(await db.event.count()).toBe(before)
  })
}

test('several organizations and groups come to owe each, with an owner; a name that nobody has is told once', async () => {
  const { key } = await givenRecommendation()
  const group = await givenGroup(finance)
  const party = `${health.name}; ${group.name}`

  const assigned = await bulkChange(chen, { keys: [key], act: 'assign', party, owner: emailOf('chen') })

  expect(valueIn(assigned)).toEqual([{ key, done: 2, already: 0 }])
  const wrong = await bulkChange(chen, { keys: [key], act: 'assign', party: `${party}; Nobody` })
  expect(refusalOf(wrong)).toBe('party: party_unknown')
})

test('one organization leads on each', async () => {
  const { key, id } = await givenRecommendation()

  valueIn(await bulkChange(chen, { keys: [key], act: 'assign', party: health.name, role: 'lead' }))

  expect(await db.assignment.findMany({ where: { recommendationId: id } })).toMatchObject([{ role: 'lead' }])
})

test('each is closed for the same reason, those that are open', async () => {
  const { open, closed } = await givenThree()
  const closing = { act: 'close', closure: 'no_longer_applicable', reason: 'The programme has ended.' }

  expect(valueIn(await bulkChange(chen, { keys: [open.key, closed.key], ...closing }))).toMatchObject([
    { done: 1, already: 0 },
    { failure: { code: 'recommendation_closed' } },
  ])
})

test.each([{ act: 'assign', party: health.name }, { act: 'due' }])(
  'a date in the past is asked about once for all ($act), and set once it is confirmed',
  async (asked) => {
    const { key, id } = await givenRecommendation()
    await givenAssignment({ of: { id }, to: finance })
    const input = { keys: [key], ...asked, dueOn: '2020-01-31' }

    expect(refusalOf(await bulkChange(chen, input))).toBe('dueOn: due_in_past')
    expect(valueIn(await bulkChange(chen, { ...input, confirmPast: 'on' }))).toMatchObject([{ done: 1 }])
  },
)

test('what time does not suffice for waits, and is done next', async () => {
  const [one, other] = [await givenRecommendation(), await givenRecommendation()]
  const keys = [one.key, other.key]
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(0).mockReturnValue(60_000)
  const outcomes = await bulkChange(chen, { keys, act: 'theme', theme: 'Trade' })
  clock.mockRestore()

  expect(valueIn(outcomes)).toEqual([
    { key: one.key, done: 1, already: 0 },
    { key: other.key, waiting: true },
  ])
  expect(valueIn(await bulkChange(chen, { keys: [other.key], act: 'theme', theme: 'Trade' }))).toMatchObject([
    { done: 1 },
  ])
})
