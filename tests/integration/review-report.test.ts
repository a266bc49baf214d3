import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { hashed } from '@/lib/history/events'
import { firstWork } from '@/lib/overview/my-work'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
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
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'
import { atOnce, openSession, untilHeld } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people
const claim = { progress: 'implemented', narrative: 'The act entered into force.' }
const missing = 'The text of the act is missing.'

beforeAll(givenPeople)

/** An assignment that its organization reported as implemented, and the report. */
async function givenClaim(given: Parameters<typeof givenAssignment>[0] = {}, by: Actor = amina) {
  const { id: assignmentId, recommendationId } = await givenAssignment(given)
  const { id: reportId } = valueIn(await reportProgress(by, { ...claim, assignmentId }))
  return { assignmentId, recommendationId, reportId }
}

const reviewsOf = (assignmentId: string) =>
  db.review.findMany({ where: { assignmentId }, orderBy: { decidedAt: 'asc' } })

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

test('what was accepted can only be reversed, with a reason', async () => {
  const { reportId } = await givenClaim()
  valueIn(await reviewReport(elif, { reportId, decision: 'accept' }))
  expect(refusalOf(await reviewReport(chen, { reportId, decision: 'accept' }))).toBe('report_reviewed')
  expect(refusalOf(await reviewReport(chen, { reportId, decision: 'return' }))).toBe('note: review_note_missing_return')

  const reversed = await reviewReport(chen, { reportId, decision: 'return', note: 'The act was repealed.' })
  expect(reversed).toMatchObject({ value: { assignment: { status: 'in_progress', verification: 'returned' } } })
})

test('a report that repeats what was verified keeps the verification, and one of less progress ends it', async () => {
  const { assignmentId, reportId } = await givenClaim()
  valueIn(await reviewReport(elif, { reportId, decision: 'accept' }))

  const repeated = valueIn(await reportProgress(amina, { ...claim, assignmentId }))
  expect(repeated.assignment).toMatchObject({ status: 'verified', verification: 'verified' })
  const reversed = await reviewReport(chen, { reportId: repeated.id, decision: 'return', note: 'Repealed.' })
  expect(reversed).toMatchObject({ value: { assignment: { verification: 'returned' } } })

  const less = await reportProgress(amina, { ...claim, assignmentId, progress: 'partially_implemented' })
  expect(less).toMatchObject({ value: { assignment: { status: 'partially_implemented', verification: 'none' } } })
})

test('a claim waits since it was first made, also when a correction repeats it', async () => {
  const { id: assignmentId } = await givenAssignment()
  const said = (day: string, more: object = {}) =>
    at(`2026-0${day}T09:00:00Z`, async () => valueIn(await reportProgress(amina, { ...claim, assignmentId, ...more })))
  const waitsSince = async () => (await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).claimedAt

  const { id: corrects } = await said('3-01')
  await said('3-05', { corrects, asOf: '2026-03-01' })
  expect(await waitsSince()).toEqual(new Date('2026-03-01T09:00:00Z'))
  await said('4-01', { progress: 'in_progress' })
  expect(await waitsSince()).toBeNull()
  await said('5-01')
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

test('nobody reviews what they reported, what they own, or what their own organization reported', async () => {
  const reported = await givenClaim({}, chen)
  expect(refusalOf(await reviewReport(chen, { reportId: reported.reportId, decision: 'accept' }))).toBe(
    'review_own_report',
  )
  const owned = await givenClaim({ ownerId: faisal.id })
  expect(refusalOf(await reviewReport(faisal, { reportId: owned.reportId, decision: 'accept' }))).toBe(
    'review_own_assignment',
  )
  const { reportId } = await givenClaim()
  expect(refusalOf(await reviewReport(gulnar, { reportId, decision: 'accept' }))).toBe('review_own_organization')
  expect(await reviewReport(elif, { reportId, decision: 'accept' })).toMatchObject({ ok: true })
})

test('the database refuses a verification without its review, and a review of one’s own', async () => {
  const { assignmentId, reportId } = await givenClaim()
  for (const verification of ['verified', 'verified_alternative', 'returned'] as const) {
    const quietly = db.assignment.update({ where: { id: assignmentId }, data: { verification } })
    await expect(quietly).rejects.toThrow('verification_unreviewed')
  }
  const review = { assignmentId, reportId, decision: 'accept', decidedAt: new Date() } as const
  const written = (more: object) => db.review.create({ data: { ...review, id: newId(), authorId: elif.id, ...more } })
  const owner = await givenPerson({ role: 'reviewer' })
  await db.assignment.update({ where: { id: assignmentId }, data: { ownerId: owner.id } })
  for (const authorId of [amina.id, gulnar.id, owner.id]) {
    await expect(written({ authorId })).rejects.toThrow('review_own')
  }
  await expect(written({ decision: 'return' })).rejects.toThrow('reviews_note')
  const { id } = await written({})
  await expect(written({})).rejects.toThrow('review_decided')
  await expect(db.review.delete({ where: { id } })).rejects.toThrow('reviews_stand')
  await expect(db.review.update({ where: { id }, data: { authorId: chen.id } })).rejects.toThrow('reviews_stand')
  valueIn(await reportProgress(amina, { ...claim, assignmentId, progress: 'in_progress' }))
  await expect(written({})).rejects.toThrow('review_superseded')
})

const refusals = [
  { rule: 'a focal point does not review', actor: bruno, code: 'review_forbidden' },
  { rule: 'a viewer does not review', actor: dita, code: 'review_forbidden' },
  { rule: 'a report that is not there', said: { reportId: newId() }, code: 'report_not_found' },
  { rule: 'what can be no ID is the ID of nothing', said: { reportId: 'x' }, code: 'report_not_found' },
  { rule: 'a decision is one of three', said: { decision: 'verified' }, code: 'decision: decision_missing' },
  {
    rule: 'another action is named',
    said: { decision: 'accept_alternative' },
    code: 'note: review_note_missing_accept_alternative',
  },
  { rule: 'a blank note says nothing', said: { note: ' ' }, code: 'note: review_note_missing' },
  { rule: 'a note has an end', said: { note: 'a'.repeat(4001) }, code: 'note: text_too_long' },
  { rule: 'nobody sets the date', said: { decidedAt: '2026-01-01' }, code: 'decidedAt: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = elif, said, code }) => {
  const { assignmentId, reportId } = await givenClaim()
  const before = await traceOf(assignmentId)

  expect(refusalOf(await reviewReport(actor, { reportId, decision: 'accept', ...said }))).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
  expect(await reviewsOf(assignmentId)).toEqual([])
})

test('what claims nothing, is closed, or stands in a closed recommendation or an archived document is not reviewed', async () => {
  const begun = await givenAssignment()
  const { id: little } = valueIn(
    await reportProgress(amina, { ...claim, progress: 'in_progress', assignmentId: begun.id }),
  )
  expect(refusalOf(await reviewReport(elif, { reportId: little, decision: 'accept' }))).toBe('report_claims_nothing')

  const closed = await givenClaim()
  const { closureReasonId } = await db.assignment.findUniqueOrThrow({
    where: { id: (await givenAssignment({ closed: true })).id },
  })
  await db.assignment.update({
    where: { id: closed.assignmentId },
    data: { closure: 'superseded', closureReasonId },
  })
  expect(refusalOf(await reviewReport(elif, { reportId: closed.reportId, decision: 'accept' }))).toBe(
    'assignment_closed',
  )

  const of = await givenRecommendation()
  const ended = await givenClaim({ of })
  valueIn(await closeRecommendation(chen, { key: of.key, closure: 'superseded', reason: 'Replaced.' }))
  expect(refusalOf(await reviewReport(elif, { reportId: ended.reportId, decision: 'accept' }))).toBe(
    'recommendation_closed',
  )

  const away = await givenClaim({ to: organizations.health })
  const { documentId } = await db.recommendation.findUniqueOrThrow({ where: { id: away.recommendationId } })
  await db.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
  expect(refusalOf(await reviewReport(elif, { reportId: away.reportId, decision: 'accept' }))).toBe('report_not_found')
  expect(refusalOf(await reviewReport(chen, { reportId: away.reportId, decision: 'accept' }))).toBe('document_archived')
})
