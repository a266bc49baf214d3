import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { hashed } from '@/lib/history/events'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import { beginningOfWaiting } from '@/lib/overview/waiting-place'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { movesIn } from '@/lib/register/date-changes'
import {
  flawInHistory,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { datesOf, done, dueOn, givenRequest, later, reason } from '../support/given-date-request'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people

beforeAll(givenPeople)

test('an organization requests more time: the date stays, and the request says who asked for what and why', async () => {
  const { id: assignmentId } = await givenAssignment({ dueOn })
  const id = newId()

  const requested = await at('2026-11-24T09:00:00Z', () =>
    requestDate(amina, { id, assignmentId, dueOn: later, reason }),
  )

  expect(requested).toMatchObject({ value: { id, dueOn: later, assignment: { dueOn, version: 1 } } })
  const [change] = await datesOf(assignmentId)
  expect(change).toEqual({
    ...{ id, kind: 'requested', before: dueOn, asked: later, reason, onBehalf: false },
    ...{ by: { id: amina.id, name: 'amina' }, askedAt: '2026-11-24T09:00:00.000Z' },
  })
  const row = await db.dateChange.findUniqueOrThrow({ where: { id }, include: { reason: true } })
  expect((await traceOf(assignmentId)).events.at(-1)).toMatchObject({
    kind: 'assignment.date_requested',
    actorId: amina.id,
    body: {
      before: { due: dueOn },
      after: { asked: later, requestId: id, onBehalf: false, reason: hashed(row.reasonId, reason, row.reason.salt) },
    },
  })
  const { items, total } = await waitingDateRequests(chen, { from: beginningOfWaiting, limit: 500 })
  expect(items).toContainEqual(expect.objectContaining({ requestedDate: later, reason }))
  expect(total).toBeGreaterThan(0)
  expect(await waitingDateRequests(amina, { from: beginningOfWaiting, limit: 500 })).toEqual({ total: 0, items: [] })
})

test('one request waits at a time; it can be withdrawn, and then asked again', async () => {
  const { assignmentId, id } = await givenRequest()
  const again = { assignmentId, dueOn: '2100-01-31', reason }
  expect(refusalOf(await requestDate(amina, again))).toBe('date_request_waiting')

  expect(await withdrawDateRequest(amina, { id })).toMatchObject({ value: { decision: 'withdrawn' } })
  expect(await withdrawDateRequest(amina, { id })).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await decideDate(chen, { id, decision: 'grant' }))).toBe('date_request_decided')
  expect(await requestDate(amina, again)).toMatchObject({ ok: true })
})

test('a request is one request however often it is sent, and one decision of two at the same time counts', async () => {
  const { id: assignmentId } = await givenAssignment({ dueOn })
  const sent = { id: newId(), assignmentId, dueOn: later, reason }
  valueIn(await requestDate(amina, sent))
  expect(await requestDate(amina, sent)).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await requestDate(amina, { ...sent, reason: 'Another one.' }))).toBe('date_request_sent_before')

  const note = 'Seen.'
  const results = await atOnce(
    'assignments',
    assignmentId,
    () => decideDate(chen, { id: sent.id, decision: 'grant', note }),
    () => decideDate(faisal, { id: sent.id, decision: 'refuse', note }),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'date_request_decided' })
})

test('a coordinator requests on behalf of an organization, and it is marked', async () => {
  const { id: assignmentId } = await givenAssignment({ dueOn })
  valueIn(await requestDate(chen, { assignmentId, dueOn: later, reason }))
  expect(await datesOf(assignmentId)).toMatchObject([{ onBehalf: true, by: { id: chen.id } }])
})

test('a date after the first one needs a reason; a stale version is said first', async () => {
  const { id } = await givenAssignment({ dueOn })
  expect(refusalOf(await changeAssignment(chen, { id, version: 7, dueOn: later }))).toBe('assignment_changed')
  expect(refusalOf(await changeAssignment(chen, { id, version: 1, dueOn: later }))).toBe('reason: reason_missing')
  expect(refusalOf(await changeAssignment(chen, { id, version: 1, dueOn: null }))).toBe('reason: reason_missing')
  expect(refusalOf(await changeAssignment(chen, { id, version: 1, dueOn: '2001-01-01' }))).toBe(
    'dueOn: due_in_past, reason: reason_missing',
  )

  valueIn(await changeAssignment(chen, { id, version: 1, dueOn: later, reason }))
  expect(await datesOf(id)).toMatchObject([{ kind: 'moved', before: dueOn, granted: later, reason }])
  const first = await givenAssignment()
  expect(await changeAssignment(chen, { id: first.id, version: 1, dueOn })).toMatchObject({ ok: true })
  expect(await datesOf(first.id)).toEqual([])
})

test('a mistyped date is corrected with the original one, as long as it was never moved', async () => {
  const { id } = await givenAssignment({ dueOn: '2099-06-03' })
  const correct = { id, version: 1, dueOn, reason: 'The letter says 30 June.', correction: true }
  expect(await changeAssignment(chen, correct)).toMatchObject({ value: { dueOn, originalDueOn: dueOn } })
  const dates = await datesOf(id)
  expect(dates).toMatchObject([{ kind: 'corrected', before: '2099-06-03', granted: dueOn }])
  expect(movesIn(dates)).toBe(0)

  valueIn(await changeAssignment(chen, { id, version: 2, dueOn: later, reason }))
  const late = await changeAssignment(chen, { ...correct, version: 3, dueOn: '2099-07-01' })
  expect(refusalOf(late)).toBe('date_moved_before')
})

test('one reason moves the dates of all that is still to be done', async () => {
  const of = await givenRecommendation()
  const ids = await Promise.all(
    [organizations.health, organizations.finance].map(async (to) => (await givenAssignment({ of, to, dueOn })).id),
  )
  expect(refusalOf(await setDueDate(chen, { key: of.key, dueOn: later }))).toBe('reason: reason_missing')
  valueIn(await setDueDate(chen, { key: of.key, dueOn: later, reason }))

  const rows = await db.dateChange.findMany({ where: { assignmentId: { in: ids } } })
  expect(rows).toHaveLength(2)
  expect(new Set(rows.map(({ reasonId }) => reasonId)).size).toBe(1)
  expect(await flawInHistory()).toBeUndefined()
})

test('the database refuses a date that moves without its reason, another original date, and a decision that is rewritten', async () => {
  const { assignmentId, id } = await givenRequest()
  const move = (data: object) => db.assignment.update({ where: { id: assignmentId }, data })
  await expect(move({ dueOn: new Date(later) })).rejects.toThrow('due_quietly')
  await expect(move({ dueOn: null })).rejects.toThrow('due_quietly')
  await expect(move({ dueOn: new Date(later), originalDueOn: new Date(later) })).rejects.toThrow('due_quietly')
  await expect(db.dateChange.delete({ where: { id } })).rejects.toThrow('date_changes_stand')
  valueIn(await decideDate(chen, { id, decision: 'refuse', note: 'No.' }))
  await expect(db.dateChange.update({ where: { id }, data: { decision: 'granted' } })).rejects.toThrow(
    'date_changes_stand',
  )
})

test('an assignment made by mistake is removed with the moves of its date, but not with what its organization asked', async () => {
  const { id } = await givenAssignment({ dueOn })
  valueIn(await changeAssignment(chen, { id, version: 1, dueOn: later, reason }))
  expect(await removeAssignment(chen, { id })).toMatchObject({ ok: true })

  const { assignmentId } = await givenRequest()
  expect(refusalOf(await removeAssignment(chen, { id: assignmentId }))).toBe('assignment_has_work')
})

const refusals = [
  { rule: 'another organization asks for nothing', actor: bruno, code: 'report_forbidden' },
  { rule: 'a viewer asks for nothing', actor: dita, code: 'report_forbidden' },
  { rule: 'a reviewer of no organization asks for nothing', actor: elif, code: 'report_forbidden' },
  { rule: 'more time is not less', input: { dueOn: '2099-06-30' }, code: 'dueOn: date_not_later' },
  { rule: 'the day is still to come', given: {}, input: { dueOn: '2001-01-01' }, code: 'dueOn: date_request_past' },
  { rule: 'a day is asked for', input: { dueOn: undefined }, code: 'dueOn: day_missing' },
  { rule: 'a reason is given', input: { reason: ' ' }, code: 'reason: reason_missing' },
  { rule: 'what is closed needs no more time', given: { closed: true }, code: 'assignment_closed' },
  { rule: 'what is done needs no more time', given: done(), code: 'assignment_not_pending' },
  { rule: 'what can be no ID is the ID of nothing', input: { assignmentId: 'x' }, code: 'assignment_not_found' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = amina, given, input, code }) => {
  const { id: assignmentId } = await givenAssignment(given ?? { dueOn })
  const before = await traceOf(assignmentId)
  expect(refusalOf(await requestDate(actor, { assignmentId, dueOn: later, reason, ...input }))).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
  expect(await db.dateChange.count({ where: { assignmentId } })).toBe(0)
})
