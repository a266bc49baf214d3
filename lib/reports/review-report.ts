import 'server-only'
import { z } from 'zod'
import { type Assignment, assignmentHeld, assignmentThere } from '@/lib/assignments/queries'
import { holdOrganizationOf, refusesWorkOn } from '@/lib/assignments/refuses-work'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { wroteReportOf } from '@/lib/domain/reports-sql'
import { decisionsOn, isVerified, verificationAfter } from '@/lib/domain/reviewing'
import { documentVisible } from '@/lib/domain/visibility'
import { type Change, change } from '@/lib/history/change'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { pool, type Transaction } from '@/lib/platform/db'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import {
  conflict,
  type Failure,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { ReviewDecision } from '@/prisma/generated/enums'
import { type Involvement, mayReview, ownReview } from './review-policy'

const Review = z.strictObject({
  id: NewRowId,
  reportId: ExistingId,
  decision: z.enum(ReviewDecision, 'decision_missing'),
  /** The version of the assignment that the reviewer saw. Needed to reverse a decision. */
  version: Version.optional(),
  /** Which other action met the aim, or what is missing. Optional for a report that is accepted as it is. */
  note: writtenText('review_note_missing', 4000).optional(),
})

type Review = z.infer<typeof Review>
type Reviewed = { id: string; decision: ReviewDecision; assignment: Assignment }

/**
 * Records a reviewer's decision on the latest report of an assignment, which claims implementation. Returns the ID of
 * the review, the decision, and the assignment after it. Refusals: `report_not_found`, `review_forbidden`,
 * `review_own_report`, `review_own_assignment`, `review_own_organization`, `review_sent_before`, `report_superseded`,
 * `report_claims_nothing`, `report_reviewed`, `report_accepted`, `assignment_changed`, `assignment_closed`, `assignment_organization_archived`,
 * `assignment_organization_merged`, `recommendation_closed`, `document_archived`.
 */
export async function reviewReport(actor: Actor, input: unknown): Promise<Result<Reviewed>> {
  const parsed = Review.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const review = parsed.data

  const report = await findReport(actor, review.reportId)
  if (!report) return notFound('report_not_found')

  if (!mayReview(actor)) return forbidden('review_forbidden')
  const own = ownReview(actor, report)
  if (own) return forbidden(own)
  if (review.decision !== 'accept' && !review.note)
    return invalidField('note', `review_note_missing_${review.decision}`)

  return change(actor, async (change) => {
    const outOfUse = await holdOrganizationOf(change.tx, report)
    const before = await assignmentHeld(change.tx, report.assignmentId)
    if (!before) return notFound('report_not_found')
    const sent = await sentBefore(change.tx, actor, review, before)
    if (sent) return sent
    const own = ownReview(actor, await involvementNow(change.tx, actor, report, before))
    if (own) return forbidden(own)
    const refused =
      (await refusesWorkOn(
        change.tx,
        report.recommendationId,
        before,
        review.decision === 'return' ? outOfUse : undefined,
      )) ?? (await refusesDecision(change.tx, review, report, before))
    if (refused) return refused

    await write(change, actor, review, report, before)
    return ok({ id: review.id, decision: review.decision, assignment: await assignmentThere(change.tx, before.id) })
  })
}

type Report = Involvement & { assignmentId: string; recommendationId: string }

/** SQL: the report $1, for a reader $3; $2: whether they keep the record. */
const reportSql = `
  select a.id as "assignmentId", a.recommendation_id as "recommendationId", a.organization_id as "organizationId",
    a.owner_id as "ownerId",
    ${wroteReportOf('$3')} as reported
  from progress_reports pr
  join assignments a on a.id = pr.assignment_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where pr.id = $1 and pr.state = 'submitted' and ${documentVisible('$2')}`

async function findReport(actor: Actor, id: string): Promise<Report | undefined> {
  const { rows } = await pool.query<Report>({
    name: 'report-to-review',
    text: reportSql,
    values: [id, keepsTheRecord(actor), actor.id],
  })
  return rows[0]
}

/** Returns what the actor has to do with an assignment that is locked. */
const involvementNow = async (
  tx: Transaction,
  actor: Actor,
  { organizationId }: Report,
  { id, owner }: Assignment,
) => ({
  organizationId,
  ownerId: owner?.id ?? null,
  reported:
    (await tx.progressReport.count({
      where: { assignmentId: id, OR: [{ authorId: actor.id }, { draftedBy: { has: actor.id } }] },
    })) > 0,
})

/** A double click or a repeated request is one review. A different decision with the same ID is refused. */
async function sentBefore(tx: Transaction, actor: Actor, review: Review, current: Assignment) {
  const { id, reportId, decision, note } = review
  const sent = await tx.review.findUnique({ where: { id }, include: { note: { select: { text: true } } } })
  if (!sent) return undefined
  const same =
    sent.authorId === actor.id && sent.reportId === reportId && sent.decision === decision && sent.note?.text === note
  return same ? unchanged({ id, decision, assignment: current }) : conflict('review_sent_before', current)
}

/** Returns why this decision cannot be taken on this report now. */
async function refusesDecision(
  tx: Transaction,
  { reportId, decision, version }: Review,
  { assignmentId }: Report,
  current: Assignment,
): Promise<Failure | undefined> {
  if (current.closure) return conflict('assignment_closed', current)
  const where = { assignmentId, state: 'submitted' } as const
  const latest = await tx.progressReport.findFirst({ where, orderBy: { number: 'desc' }, select: { id: true } })
  if (latest?.id !== reportId) return conflict('report_superseded', current)
  if (current.verification === 'none') return conflict('report_claims_nothing', current)
  if (!decisionsOn(current).includes(decision)) return conflict('report_reviewed', current)
  // Someone else may have accepted it since: only those who know that can mean to reverse it.
  if (isVerified(current.verification) && version === undefined) return conflict('report_accepted', current)
  return version === undefined || version === current.version ? undefined : conflict('assignment_changed', current)
}

async function write(change: Change, actor: Actor, review: Review, report: Report, before: Assignment) {
  const { tx, record, now } = change
  const { id, reportId, decision, note } = review
  const { assignmentId, recommendationId } = report
  const kept = await keepReasonIfGiven(change, actor, note)
  await tx.review.create({
    data: { id, assignmentId, reportId, decision, noteId: kept?.id ?? null, authorId: actor.id, decidedAt: now },
  })
  const verification = verificationAfter[decision]
  await tx.assignment.update({
    where: { id: assignmentId },
    data: { verification, version: { increment: 1 } },
    select: { id: true },
  })
  record({
    kind: 'assignment.reviewed',
    subjectId: assignmentId,
    recommendationId,
    body: {
      before: { verification: before.verification },
      after: { verification, decision, reviewId: id, reportId, ...(kept && { note: kept }) },
    },
  })
}
