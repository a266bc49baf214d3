import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import { beginningOfWaiting } from '@/lib/overview/waiting-place'
import { newId } from '@/lib/platform/id'
import { movesIn } from '@/lib/register/date-changes'
import { reportProgress } from '@/lib/reports/report-progress'
import { flawInHistory, givenPeople, people, traceOf, valueIn } from '../support/given'
import { datesOf, dueOn, givenRequest, later, reason } from '../support/given-date-request'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen } = people

beforeAll(givenPeople)

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
  const input = { id: different.id, decision: 'grant', dueOn: '2099-09-30' }
  expect(refusalOf(await decideDate(chen, input))).toBe('note: date_note_missing')
  expect(await decideDate(chen, { ...input, note: 'The session is in October.' })).toMatchObject({
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
  expect(
    (await waitingDateRequests(chen, { from: beginningOfWaiting, limit: 500 })).items.map(
      ({ assignment }) => assignment.id,
    ),
  ).not.toContain(done.assignmentId)
})

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
