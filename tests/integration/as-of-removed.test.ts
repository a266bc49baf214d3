import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { findCycle } from '@/lib/cycles/cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { givenPeople, people, valueIn } from '../support/given'
import { atMoment, givenAsked, givenCycle } from '../support/given-cycle'

const { chen } = people

/** Three days, one after another. */
const [added, changed, removed] = ['2098-06-01', '2098-06-02', '2098-06-03'] as const

const on = <T>(day: string, work: () => T) => at(`${day}T10:00:00Z`, work)
const asOf = <T>(day: string, work: () => T) => at('2098-07-01T10:00:00Z', () => showing(pastDayOf(day), work))

beforeAll(givenPeople)

/** Adds a cycle that opens on the first day. */
async function givenOpen(document: string) {
  const { id } = await on(added, () => givenCycle({ document, opensOn: added, closesOn: '2098-06-20' }))
  const cycle = await atMoment(`${added}T10:00:01Z`, () => findCycle(chen, id))
  if (!cycle) throw new Error('There is no such cycle.')
  return cycle
}

test('an assignment that was removed has its date changes and its cycle on the days before', async () => {
  const { document, health: id } = await on(added, () => givenAsked({ dueOn: '2098-06-30' }))
  const { id: cycle } = await givenOpen(document)
  const move = { id, version: 1, dueOn: '2098-09-30', reason: 'The parliament is dissolved.' }
  valueIn(await on(changed, () => changeAssignment(chen, move)))
  const view = (day: string) => asOf(day, () => findAssignmentView(chen, id))
  const before = await view(changed)

  valueIn(await on(removed, () => removeAssignment(chen, { id })))

  expect(await view(changed)).toEqual(before)
  expect(before).toMatchObject({
    dates: [{ kind: 'moved', before: '2098-06-30', asked: '2098-09-30', reason: move.reason }],
    cycles: [{ id: cycle }],
  })
  expect(await view(added)).toMatchObject({ dates: [], cycles: [{ id: cycle }] })
  expect(await view(removed)).toBeUndefined()
})

test('a recommendation that was removed has its last addressees on the days before', async () => {
  const { document, of } = await on(added, () => givenAsked())
  const { label } = await db.paragraph.findUniqueOrThrow({ where: { id: of.paragraphId } })
  const input = { code: document, paragraph: label, start: 0, end: 3 }
  const { key } = valueIn(await on(added, () => addRecommendation(chen, input)))
  for (const [version, words] of ['Sates', 'States'].entries()) {
    const addressees = [{ words }]
    valueIn(await on(changed, () => editRecommendation(chen, { key, version: version + 1, addressees })))
  }

  valueIn(await on(removed, () => removeRecommendation(chen, { key })))

  const addressees = (day: string) =>
    asOf(day, async () => (await findRecommendationInFull(chen, key))?.addressees.map(({ words }) => words))
  expect(await addressees(changed)).toEqual(['States'])
  expect(await addressees(removed)).toBeUndefined()
})

test('a cycle that was extended had its earlier closing day until then', async () => {
  const { document, health: id } = await on(added, () => givenAsked())
  const { id: cycle, version } = await givenOpen(document)
  valueIn(await on(changed, () => editCycle(chen, { id: cycle, version, closesOn: '2098-06-25' })))
  valueIn(await on(removed, () => editCycle(chen, { id: cycle, version: version + 1, closesOn: '2098-06-30' })))

  const closing = (day: string) =>
    asOf(day, async () => (await findAssignmentView(chen, id))?.cycles?.map(({ closesOn }) => closesOn))
  expect([await closing(added), await closing(changed), await closing(removed)]).toEqual([
    ['2098-06-20'],
    ['2098-06-25'],
    ['2098-06-30'],
  ])
})
