import { expect, test } from 'vitest'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, people, traceOf, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen } = people
const begun = { progress: 'in_progress', narrative: 'Working group set up.' }

test('a double click makes one report, and both clicks succeed', async () => {
  const { id: assignmentId } = await givenAssignment()
  const click = { ...begun, id: newId(), assignmentId, version: 1 }

  const clicking = () => reportProgress(amina, click)

  const results = await atOnce('assignments', assignmentId, clicking, clicking)

  expect(results).toMatchObject([
    { ok: true, value: { id: click.id, assignment: { version: 2 } } },
    { ok: true, value: { id: click.id, assignment: { version: 2 } } },
  ])
  expect(await traceOf(assignmentId)).toMatchObject({ reports: [{}], events: [{}] })
})

test('a reload long after sends nothing again, though others have reported since', async () => {
  const { id: assignmentId } = await givenAssignment()
  const sent = { ...begun, id: newId(), assignmentId, version: 1 }
  await reportProgress(amina, sent)
  await reportProgress(chen, { ...begun, assignmentId, narrative: 'Met twice.', progress: 'implemented' })
  const before = await traceOf(assignmentId)

  const { version: _version, ...unversioned } = sent
  const again = [await reportProgress(amina, sent), await reportProgress(amina, unversioned)]

  const stands = { ok: true, changed: false, value: { assignment: { status: 'implemented', version: 3 } } }
  expect(again).toMatchObject([stands, stands])
  expect(await traceOf(assignmentId)).toEqual(before)
})

test.each([
  { otherwise: 'in other words', over: { narrative: 'Working group met twice.' } },
  { otherwise: 'with another progress', over: { progress: 'implemented' } },
  { otherwise: 'as of another day', over: { asOf: '2026-01-01' } },
  { otherwise: 'as of no day in particular', over: { asOf: undefined } },
])('what comes under the id of a report that was sent, but $otherwise, is not dropped in silence', async ({ over }) => {
  const { id: assignmentId } = await givenAssignment()
  const sent = { ...begun, id: newId(), assignmentId, asOf: '2026-01-02' }
  await reportProgress(amina, sent)
  const before = await traceOf(assignmentId)

  const result = await reportProgress(amina, { ...sent, ...over })

  expect(result).toMatchObject({ reason: 'conflict', code: 'report_sent_before', current: { version: 2 } })
  expect(await traceOf(assignmentId)).toEqual(before)
})

test('the id of a report on another assignment can’t be taken', async () => {
  const [one, other] = [await givenAssignment(), await givenAssignment()]
  const sent = { ...begun, id: newId() }
  await reportProgress(amina, { ...sent, assignmentId: one.id })

  const result = await reportProgress(amina, { ...sent, assignmentId: other.id })

  expect(refusalOf(result)).toBe('report_sent_before')
  expect(await traceOf(other.id)).toMatchObject({ status: 'not_started', reports: [], events: [], version: 1 })
})

test('a report that was sent before the recommendation was closed stands, and is answered again', async () => {
  const { id: assignmentId, recommendationId } = await givenAssignment()
  const sent = { ...begun, id: newId(), assignmentId }
  await reportProgress(amina, sent)
  const { key } = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } })
  valueIn(await closeRecommendation(chen, { key, closure: 'superseded', reason: 'Another text replaced it.' }))

  expect(await reportProgress(amina, sent)).toMatchObject({ ok: true, changed: false, value: { id: sent.id } })
})

test('a further report corrects the latest one: both stay, and the history says so', async () => {
  const { id: assignmentId } = await givenAssignment({ dueOn: '2026-02-28' })
  const first = newId()
  const claim = { ...begun, progress: 'implemented', assignmentId }
  await at('2026-03-05T09:00:00Z', () => reportProgress(amina, { ...claim, id: first }))

  const correction = { ...begun, id: newId(), assignmentId, corrects: first }
  const result = await at('2026-03-06T09:00:00Z', () => reportProgress(amina, correction))
  const again = await at('2026-03-07T09:00:00Z', () => reportProgress(amina, correction))

  expect(result).toMatchObject({ ok: true, value: { assignment: { status: 'in_progress' } } })
  // What was claimed by mistake is no claim.
  expect(valueIn(result).assignment.reportedImplemented).toBeUndefined()
  expect(again).toMatchObject({ ok: true, changed: false })
  const { reports, events } = await traceOf(assignmentId)
  expect(reports).toHaveLength(2)
  expect(events.at(-1)).toMatchObject({ body: { after: { corrects: { id: first, asOf: '2026-03-05' } } } })
})

test.each(['an earlier report', 'a report on something else', 'no report at all', 'itself'])(
  'only the latest report of the assignment can be corrected: not %s',
  async (what) => {
    const [{ id: assignmentId }, { id: otherId }] = [await givenAssignment(), await givenAssignment()]
    const [earlier, other, id] = [newId(), newId(), newId()]
    await reportProgress(amina, { ...begun, assignmentId, id: earlier })
    await reportProgress(amina, { ...begun, assignmentId, corrects: earlier })
    await reportProgress(amina, { ...begun, assignmentId: otherId, id: other })
    const corrects = { 'an earlier report': earlier, 'a report on something else': other, itself: id }[what] ?? newId()

    const result = await reportProgress(amina, { ...begun, id, assignmentId, corrects })

    expect(refusalOf(result)).toBe('corrects: report_not_latest')
    expect((await traceOf(assignmentId)).reports).toHaveLength(2)
  },
)
