import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { assign } from '@/lib/assignments/assign'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { remind } from '@/lib/notifications/remind'
import { bulkChange } from '@/lib/overview/bulk-change'
import { at } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'

const { amina, chen } = people

beforeAll(givenPeople)

test('a coordinator reminds of an assignment: the history shows it, and who acts reads the note', async () => {
  const owner = await givenPerson({ organizationIds: [organizations.health.id] })
  const { id: assignmentId } = await givenAssignment({ ownerId: owner.id })
  const note = 'The committee meets in May.'
  const to = [{ id: owner.id, name: expect.stringContaining('Nadia Rahimi') }]
  expect(await remind(chen, { assignmentId, note })).toMatchObject({
    value: { id: assignmentId, version: 1, lastReminder: { to } },
  })
  expect((await eventsOf(assignmentId)).at(-1)).toMatchObject({
    kind: 'assignment.reminded',
    actorId: chen.id,
    body: { before: null, after: { to: [owner.id], note: { id: expect.any(String) } } },
  })
  expect(await findAssignmentInFull(amina, assignmentId)).toMatchObject({ lastReminder: { to } })

  await notify()
  const [told] = (await notificationsOf(owner)).items
  expect(told).toMatchObject({ kind: 'reminded', by: { name: 'chen' }, note, assignment: { id: assignmentId } })
})

test('of an assignment people are reminded once a day', async () => {
  const { id: assignmentId } = await givenAssignment()
  const send = (moment: string) => at(moment, () => remind(chen, { assignmentId }))
  valueIn(await send('2030-05-04T00:00:00Z'))
  expect(refusalOf(await send('2030-05-04T23:59:59Z'))).toBe('reminded_today')
  const offered = (moment: string) => at(moment, () => findAssignmentInFull(chen, assignmentId))
  expect((await offered('2030-05-04T23:59:59Z'))?.next).not.toContain('remind')
  expect((await offered('2030-05-05T00:00:00Z'))?.next).toContain('remind')
  valueIn(await send('2030-05-05T00:00:00Z'))
})

test('nobody is reminded of what is done, closed or not accepted, or where nobody can be notified', async () => {
  const done = await givenAssignment()
  const report = { assignmentId: done.id, progress: 'implemented', narrative: 'The law is in force.' }
  valueIn(await reportProgress(amina, report))
  const refused = await givenAssignment()
  const answered = { assignmentId: refused.id, version: 1, position: 'not_accepted', reason: 'The law forbids it.' }
  valueIn(await answer(amina, answered))
  const closed = await givenAssignment({ closed: true })
  for (const { id } of [done, refused, closed]) {
    const before = await traceOf(id)
    expect(refusalOf(await remind(chen, { assignmentId: id, note: 'Please.' }))).toBe('reminder_not_possible')
    expect((await traceOf(id)).events).toEqual(before.events)
  }
  const lonely = await givenAssignment({ to: await givenOrganization() })
  expect(refusalOf(await remind(chen, { assignmentId: lonely.id }))).toBe('reminder_reaches_nobody')
  const own = await givenAssignment({ ownerId: chen.id })
  expect(refusalOf(await remind(chen, { assignmentId: own.id }))).toBe('reminder_reaches_nobody')
  expect(refusalOf(await remind(chen, { assignmentId: newId() }))).toBe('assignment_not_found')
})

test('many are reminded at once; the answer names where nobody can be notified', async () => {
  const [first, second] = [await givenRecommendation(), await givenRecommendation()]
  const lonely = await givenOrganization()
  for (const { slug } of [organizations.health, organizations.finance, lonely]) {
    valueIn(await assign(chen, { key: first.key, organization: slug }))
  }
  const { id } = valueIn(await assign(chen, { key: second.key, organization: organizations.health.slug }))
  valueIn(await remind(chen, { assignmentId: id }))

  const keys = [first.key, second.key]
  const outcomes = valueIn(await bulkChange(chen, { keys, act: 'remind', note: 'The committee meets in May.' }))
  expect(outcomes).toEqual([
    { key: first.key, done: 2, already: 0, unreachable: [lonely.name] },
    { key: second.key, done: 0, already: 1, unreachable: [] },
  ])
  expect(refusalOf(await bulkChange(amina, { keys, act: 'remind' }))).toBe('recommendation_forbidden')
})
