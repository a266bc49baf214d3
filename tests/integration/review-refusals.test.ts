import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import {
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { claim, givenClaim, reviewsOf } from '../support/given-claim'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people

beforeAll(givenPeople)

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
  { rule: 'a report that is not there', input: { reportId: newId() }, code: 'report_not_found' },
  { rule: 'what can be no ID is the ID of nothing', input: { reportId: 'x' }, code: 'report_not_found' },
  { rule: 'a decision is one of three', input: { decision: 'verified' }, code: 'decision: decision_missing' },
  {
    rule: 'another action is named',
    input: { decision: 'accept_alternative' },
    code: 'note: review_note_missing_accept_alternative',
  },
  { rule: 'a blank note says nothing', input: { note: ' ' }, code: 'note: review_note_missing' },
  { rule: 'a note has an end', input: { note: 'a'.repeat(4001) }, code: 'note: text_too_long' },
  { rule: 'nobody sets the date', input: { decidedAt: '2026-01-01' }, code: 'decidedAt: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = elif, input, code }) => {
  const { assignmentId, reportId } = await givenClaim()
  const before = await traceOf(assignmentId)

  expect(refusalOf(await reviewReport(actor, { reportId, decision: 'accept', ...input }))).toBe(code)
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
