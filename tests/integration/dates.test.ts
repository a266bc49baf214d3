import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { hashed } from '@/lib/history/events'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { movesIn } from '@/lib/register/date-changes'
import { reportProgress } from '@/lib/reports/report-progress'
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
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people
const dueOn = '2099-06-30'
const later = '2099-12-31'
const reason = 'The law has to pass first.'

beforeAll(givenPeople)

async function givenRequest(given: Parameters<typeof givenAssignment>[0] = { dueOn }) {
  const { id: assignmentId } = await givenAssignment(given)
  const { id } = valueIn(await requestDate(amina, { assignmentId, dueOn: later, reason }))
  return { assignmentId, id }
}

const datesOf = async (assignmentId: string) => (await findAssignmentView(chen, assignmentId))?.dates ?? []

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
  const { items, total } = await waitingDateRequests(chen)
  expect(items).toContainEqual(expect.objectContaining({ asked: later, reason }))
  expect(total).toBeGreaterThan(0)
  expect(await waitingDateRequests(amina)).toEqual({ total: 0, items: [] })
})

test('a coordinator grants it: the date moves, and the original one stays', async () => {
  const { assignmentId, id } = await givenRequest()

  expect(await decideDate(chen, { id, decision: 'grant' })).toMatchObject({
    value: { id, decision: 'granted', assignment: { dueOn: later, originalDueOn: dueOn, version: 2 } },
  })
  const dates = await datesOf(assignmentId)
  expect(dates).toMatchObject([{ decision: 'granted', granted: later, decidedBy: { id: chen.id } }])
  expect(movesIn(dates)).toBe(1)
  expect((await traceOf(assignmentId)).events.at(-1)).toMatchObject({
    kind: 'assignment.date_decided',
    body: { before: { dueOn }, after: { dueOn: later, decision: 'granted', requestId: id } },
  })
  expect(await flawInHistory()).toBeUndefined()
})

test('another date, and a refusal, need a note; a first date is granted as the original one', async () => {
  const different = await givenRequest()
  const said = { id: different.id, decision: 'grant', dueOn: '2099-09-30' }
  expect(refusalOf(await decideDate(chen, said))).toBe('note: date_note_missing')
  expect(await decideDate(chen, { ...said, note: 'The session is in October.' })).toMatchObject({
    value: { assignment: { dueOn: '2099-09-30' } },
  })

  const refused = await givenRequest()
  expect(refusalOf(await decideDate(chen, { id: refused.id, decision: 'refuse' }))).toBe('note: date_note_missing')
  expect(await decideDate(chen, { id: refused.id, decision: 'refuse', note: 'The law passed.' })).toMatchObject({
    value: { decision: 'refused', assignment: { dueOn, version: 1 } },
  })

  const first = await givenRequest({})
  expect(await decideDate(chen, { id: first.id, decision: 'grant' })).toMatchObject({
    value: { assignment: { dueOn: later, originalDueOn: later } },
  })
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

test('the same decision with another date or note is not the same', async () => {
  const { id } = await givenRequest()
  const granted = { id, decision: 'grant', note: 'Agreed.' }
  valueIn(await decideDate(chen, granted))
  expect(await decideDate(chen, granted)).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await decideDate(chen, { ...granted, note: 'Agreed again.' }))).toBe('date_request_decided')
  expect(refusalOf(await decideDate(chen, { ...granted, dueOn: '2100-12-31' }))).toBe('date_request_decided')
})

test('a request never moves a date forward without a note, nor what is done, nor counts a date that stays', async () => {
  const { assignmentId, id } = await givenRequest()
  valueIn(await changeAssignment(chen, { id: assignmentId, version: 1, dueOn: '2100-06-30', reason }))
  expect(refusalOf(await decideDate(chen, { id, decision: 'grant' }))).toBe('note: date_note_missing_earlier')
  expect(await decideDate(chen, { id, decision: 'grant', note: 'As first asked.' })).toMatchObject({ ok: true })

  const same = await givenRequest()
  valueIn(await decideDate(chen, { id: same.id, decision: 'grant', dueOn, note: 'It stays.' }))
  expect(movesIn(await datesOf(same.assignmentId))).toBe(0)
  const first = await givenRequest({})
  valueIn(await decideDate(chen, { id: first.id, decision: 'grant' }))
  expect(movesIn(await datesOf(first.assignmentId))).toBe(0)

  const done = await givenRequest()
  const claim = { assignmentId: done.assignmentId, progress: 'implemented', narrative: 'Done.' }
  valueIn(await reportProgress(amina, claim))
  expect(refusalOf(await decideDate(chen, { id: done.id, decision: 'grant' }))).toBe('assignment_not_pending')
  expect((await waitingDateRequests(chen)).items.map(({ assignment }) => assignment.id)).not.toContain(
    done.assignmentId,
  )
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
  { rule: 'more time is not less', said: { dueOn: '2099-06-30' }, code: 'dueOn: date_not_later' },
  { rule: 'the day is still to come', given: {}, said: { dueOn: '2001-01-01' }, code: 'dueOn: date_request_past' },
  { rule: 'a day is asked for', said: { dueOn: undefined }, code: 'dueOn: day_missing' },
  { rule: 'a reason is given', said: { reason: ' ' }, code: 'reason: reason_missing' },
  { rule: 'what is closed needs no more time', given: { closed: true }, code: 'assignment_closed' },
  { rule: 'what is done needs no more time', given: done(), code: 'assignment_not_pending' },
  { rule: 'what can be no ID is the ID of nothing', said: { assignmentId: 'x' }, code: 'assignment_not_found' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = amina, given, said, code }) => {
  const { id: assignmentId } = await givenAssignment(given ?? { dueOn })
  const before = await traceOf(assignmentId)
  expect(refusalOf(await requestDate(actor, { assignmentId, dueOn: later, reason, ...said }))).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
  expect(await db.dateChange.count({ where: { assignmentId } })).toBe(0)
})

function done() {
  return { dueOn, progress: 'implemented', verification: 'submitted' } as const
}

test('only coordinators decide; what was closed, or reported again, since then is decided as it is', async () => {
  const { assignmentId, id } = await givenRequest()
  expect(refusalOf(await decideDate(amina, { id, decision: 'grant' }))).toBe('assign_forbidden')
  expect(refusalOf(await withdrawDateRequest(bruno, { id }))).toBe('report_forbidden')
  expect(refusalOf(await decideDate(chen, { id: newId(), decision: 'grant' }))).toBe('date_request_not_found')
  expect(refusalOf(await decideDate(chen, { id, decision: 'grant', dueOn: '2001-01-01', note: 'x' }))).toBe(
    'dueOn: due_in_past',
  )
  valueIn(await reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }))
  valueIn(await changeAssignment(chen, { id: assignmentId, version: 2, dueOn: '2099-08-31', reason }))
  expect(await decideDate(chen, { id, decision: 'grant' })).toMatchObject({ value: { assignment: { dueOn: later } } })

  const closed = await givenRequest()
  valueIn(await closeAssignment(chen, { id: closed.assignmentId, closure: 'superseded', reason }))
  expect(refusalOf(await decideDate(chen, { id: closed.id, decision: 'grant' }))).toBe('assignment_closed')
  expect(await decideDate(chen, { id: closed.id, decision: 'refuse', note: 'Closed.' })).toMatchObject({ ok: true })
})
