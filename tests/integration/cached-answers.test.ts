import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { figuresAsJson } from '@/lib/overview/figures'
import { myOverdueCount } from '@/lib/overview/my-overdue-count'
import { queuesFor } from '@/lib/overview/queues'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { assignmentFacetsOf, assignmentTotalOf } from '@/lib/register/assignment-list'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { type Filters, readFilters } from '@/lib/register/filters'
import { listAsJson, totalOf } from '@/lib/register/list'
import { rowPageOf } from '@/lib/register/list-rows'
import { type Scope, scopeOf } from '@/lib/register/scope'
import { emailOf, givenAssignment, givenPeople, people } from '../support/given'
import { answerOf } from '../support/places'

const { amina, chen } = people

beforeAll(async () => {
  await givenPeople()
  await givenAssignment({ dueOn: '2027-01-31', ownerId: amina.id })
  await givenAssignment({ archived: true })
})

const filtersOf = (query: string): Filters => answerOf(readFilters(new URLSearchParams(query)))

/** Reads a list whose question is asked by somebody, about what is overdue. */
const scoped =
  (read: (scope: Scope) => Promise<unknown>, query = 'due=overdue') =>
  async (actor: Actor) =>
    read(answerOf(await scopeOf(actor, filtersOf(query))))

/** What is kept until the next event and depends on the day. */
const daily: [string, (actor: Actor) => Promise<unknown>][] = [
  ['the figures', figuresAsJson],
  ['the number in the menu', myOverdueCount],
  ['the queues', queuesFor],
  ['a list for programs', (actor) => listAsJson(actor, filtersOf('due=overdue'))],
  ['a list', scoped(rowPageOf)],
  ['its total', scoped(totalOf)],
  ['its counts', scoped(facetsOf)],
  ['its options', scoped(optionsOf)],
  ['the counts of assignments', scoped(assignmentFacetsOf)],
  ['the total of assignments', scoped(assignmentTotalOf)],
]
const evening = '2027-01-31T23:59:59Z'
const midnight = '2027-02-01T00:00:00Z'

test.each(daily)('at midnight, without any event, %s is not of yesterday', async (name, read) => {
  const actor = name === 'the number in the menu' ? amina : chen
  const text = async () => JSON.stringify(await read(actor))
  const before = await at(evening, text)
  const after = await at(midnight, text)

  expect(after).not.toBe(before)
  expect(await at(evening, text)).toBe(before)
  expect(await at(midnight, text)).toBe(after)
})

test('whoever has another role by then reads nothing that was kept for the old one', async () => {
  const all = { ...chen, role: 'coordinator' as const }
  const viewer = { ...chen, role: 'viewer' as const }
  const archived = (actor: Actor) => scoped(rowPageOf, 'archived=yes')(actor)
  expect(await archived(all)).toMatchObject({ value: { rows: [{}] } })
  expect(await archived(viewer)).toMatchObject({ value: { rows: [] } })

  const whole = async (actor: Actor) => JSON.stringify(await listAsJson(actor, filtersOf('')))
  expect(await whole(all)).toContain(emailOf('amina'))
  expect(await whole(viewer)).not.toContain(emailOf('amina'))
  expect(await figuresAsJson(all)).toContain('"archived":true')
  expect(await figuresAsJson(viewer)).not.toContain('"archived":true')
})

test('whoever leaves an organization reads nothing that was kept for its members', async () => {
  const stranger = { ...amina, id: chen.id, role: 'focal_point' as const }
  const left = { ...stranger, organizationIds: [] }
  const whole = async (actor: Actor) => JSON.stringify(await listAsJson(actor, filtersOf('')))
  expect(await whole(stranger)).toContain(emailOf('amina'))
  expect(await whole(left)).not.toContain(emailOf('amina'))

  const late = (actor: Actor) => at(midnight, () => myOverdueCount(actor))
  expect([await late(stranger), await late(left)]).toEqual([1, 0])
  const own = async (actor: Actor) => JSON.parse(await figuresAsJson(actor)).own
  expect(await own(stranger)).not.toEqual(await own(left))
  expect(await db.event.count()).toBe(0)
})
