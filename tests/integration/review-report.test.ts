import { beforeAll, expect, test } from 'vitest'
import { hashed } from '@/lib/history/events'
import { firstWork } from '@/lib/overview/my-work'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { flawInHistory, givenAssignment, givenPeople, people, traceOf, valueIn } from '../support/given'
import { claim, givenClaim, reviewsOf } from '../support/given-claim'
import { refusalOf } from '../support/refusal'
import { atOnce, openSession, untilHeld } from '../support/session'

const { amina, chen, elif, faisal } = people

const missing = 'The text of the act is missing.'

beforeAll(givenPeople)

test('a reviewer accepts: the assignment is verified, and the history says who decided what on which report', async () => {
  const { assignmentId, reportId } = await givenClaim()
  const id = newId()

  const result = await at('2026-11-24T09:00:00Z', () => reviewReport(elif, { id, reportId, decision: 'accept' }))

  expect(result).toMatchObject({
    value: { id, decision: 'accept', assignment: { status: 'verified', verification: 'verified', version: 3 } },
  })
  expect((await traceOf(assignmentId)).events.at(-1)).toEqual({
    kind: 'assignment.reviewed',
    actorId: elif.id,
    audience: 'internal',
    body: {
      before: { verification: 'submitted' },
      after: { verification: 'verified', decision: 'accept', reviewId: id, reportId },
    },
  })
  expect(await reviewsOf(assignmentId)).toMatchObject([{ id, reportId, decidedAt: new Date('2026-11-24T09:00:00Z') }])
})

test('a report that is returned says what is missing; the assignment is in progress again, and first in its work', async () => {
  const { assignmentId, reportId } = await givenClaim({ dueOn: '2020-01-01' })
  await givenAssignment({ dueOn: '2019-01-01' })

  const result = await reviewReport(elif, { reportId, decision: 'return', note: missing })

  expect(result).toMatchObject({ value: { assignment: { status: 'in_progress', verification: 'returned' } } })
  const [review] = await reviewsOf(assignmentId)
  const note = await db.reason.findUniqueOrThrow({ where: { id: review?.noteId ?? '' } })
  expect(note).toMatchObject({ text: missing, authorId: elif.id })
  expect((await traceOf(assignmentId)).events.at(-1)).toMatchObject({
    body: { after: { decision: 'return', note: hashed(note.id, missing, note.salt) } },
  })
  const [first] = (await firstWork(amina, 5)).items
  expect(first).toMatchObject({ why: 'returned', next: 'complete', assignment: { id: assignmentId } })
  expect(first?.assignment.reportedImplemented).toBeUndefined()
  expect(await flawInHistory()).toBeUndefined()
})

test('a report that was returned is not decided again: it comes back as a new report', async () => {
  const { assignmentId, reportId } = await givenClaim()
  valueIn(await reviewReport(elif, { reportId, decision: 'return', note: missing }))
  for (const decision of ['accept', 'accept_alternative', 'return']) {
    const again = await reviewReport(chen, { reportId, decision, note: 'Seen again.' })
    expect(refusalOf(again)).toBe('report_reviewed')
  }

  const next = valueIn(await reportProgress(amina, { ...claim, assignmentId }))
  expect(next.assignment).toMatchObject({ status: 'implemented', verification: 'submitted' })
  expect(refusalOf(await reviewReport(elif, { reportId, decision: 'accept' }))).toBe('report_superseded')
  const accepted = await reviewReport(elif, {
    reportId: next.id,
    decision: 'accept_alternative',
    note: 'A treaty does.',
  })
  expect(accepted).toMatchObject({
    value: { assignment: { status: 'verified', verification: 'verified_alternative' } },
  })
})

test('what was accepted can only be reversed, with a reason and by those who know of it', async () => {
  const { reportId } = await givenClaim()
  const { version } = valueIn(await reviewReport(elif, { reportId, decision: 'accept' })).assignment
  expect(refusalOf(await reviewReport(chen, { reportId, decision: 'accept' }))).toBe('report_reviewed')
  expect(refusalOf(await reviewReport(chen, { reportId, decision: 'return' }))).toBe('note: review_note_missing_return')

  const reversal = { reportId, decision: 'return', note: 'The act was repealed.' }
  expect(refusalOf(await reviewReport(chen, reversal))).toBe('report_accepted')
  const reversed = await reviewReport(chen, { ...reversal, version })
  expect(reversed).toMatchObject({ value: { assignment: { status: 'in_progress', verification: 'returned' } } })
})

test('a report that repeats what was verified keeps the verification, and one of less progress ends it', async () => {
  const { assignmentId, reportId } = await givenClaim()
  valueIn(await reviewReport(elif, { reportId, decision: 'accept' }))

  const repeated = valueIn(await reportProgress(amina, { ...claim, assignmentId }))
  expect(repeated.assignment).toMatchObject({ status: 'verified', verification: 'verified' })
  const reversed = await reviewReport(chen, {
    ...{ reportId: repeated.id, decision: 'return', note: 'Repealed.' },
    version: repeated.assignment.version,
  })
  expect(reversed).toMatchObject({ value: { assignment: { verification: 'returned' } } })

  const less = await reportProgress(amina, { ...claim, assignmentId, progress: 'partially_implemented' })
  expect(less).toMatchObject({ value: { assignment: { status: 'partially_implemented', verification: 'none' } } })
})

test('a claim waits since it was first made, also when a correction repeats it', async () => {
  const { id: assignmentId } = await givenAssignment()
  const input = (day: string, more: object = {}) =>
    at(`2026-0${day}T09:00:00Z`, async () => valueIn(await reportProgress(amina, { ...claim, assignmentId, ...more })))
  const waitsSince = async () => (await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).claimedAt

  const { id: corrects } = await input('3-01')
  await input('3-05', { corrects, asOf: '2026-03-01' })
  expect(await waitsSince()).toEqual(new Date('2026-03-01T09:00:00Z'))
  await input('4-01', { progress: 'in_progress' })
  expect(await waitsSince()).toBeNull()
  await input('5-01')
  expect(await waitsSince()).toEqual(new Date('2026-05-01T09:00:00Z'))
})

test('sending a review twice is one review; another decision with the same ID is refused', async () => {
  const { assignmentId, reportId } = await givenClaim()
  const sent = { id: newId(), reportId, decision: 'return', note: missing }
  valueIn(await reviewReport(elif, sent))

  expect(await reviewReport(elif, sent)).toMatchObject({ ok: true, changed: false, value: { id: sent.id } })
  expect(refusalOf(await reviewReport(elif, { ...sent, note: 'Something else.' }))).toBe('review_sent_before')
  expect(refusalOf(await reviewReport(chen, sent))).toBe('review_sent_before')
  expect(await reviewsOf(assignmentId)).toHaveLength(1)
})

test('of two reviewers at the same time one decides, and the other hears of it', async () => {
  const { assignmentId, reportId } = await givenClaim()
  const results = await atOnce(
    'assignments',
    assignmentId,
    ...[elif, chen, faisal].map(
      (actor, place) => () =>
        reviewReport(actor, { reportId, decision: place % 2 ? 'accept' : 'return', note: `Decision ${place}.` }),
    ),
  )

  expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  const reviews = await reviewsOf(assignmentId)
  expect(reviews).toHaveLength(results.filter(({ ok }) => ok).length)
  const { verification } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  expect(reviews.at(-1)?.decision).toBe(verification === 'verified' ? 'accept' : 'return')
})

test('a return that was written before somebody accepted the report does not reverse that', async () => {
  const { reportId } = await givenClaim()
  valueIn(await reviewReport(chen, { reportId, decision: 'accept' }))
  const stale = { reportId, version: 2, decision: 'return', note: missing }
  expect(refusalOf(await reviewReport(elif, stale))).toBe('assignment_changed')
  expect(await reviewReport(elif, { ...stale, version: 3 })).toMatchObject({ ok: true })
})

test('who becomes the owner at the same time does not review', async () => {
  const { assignmentId, reportId } = await givenClaim()
  const gate = await openSession()
  await gate.run('update assignments set owner_id = $2 where id = $1', [assignmentId, faisal.id])
  const reviewing = reviewReport(faisal, { reportId, decision: 'accept' })
  await untilHeld(1)
  await gate.end('commit')
  expect(refusalOf(await reviewing)).toBe('review_own_assignment')
})
