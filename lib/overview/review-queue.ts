import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Assignment, assignmentJoins, assignmentJson } from '@/lib/domain/answer-shapes'
import { wroteReportOf } from '@/lib/domain/reports-sql'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { cursors } from '@/lib/platform/cursor'
import { readByIndex, readByOnePlan } from '@/lib/platform/db'
import { forbidden, ok, type Result } from '@/lib/platform/result'
import { iso } from '@/lib/platform/sql'
import { mayReview, notOwnReview, type OwnReview, ownReview } from '@/lib/reports/review-policy'
import { beginningOfWaiting, type WaitingPart, WaitingPlace } from './waiting-place'
import { type WorkRecommendation, workRecommendation } from './work-sql'

/** A report that claims implementation and waits for a review. */
export type WaitingClaim = {
  recommendation: WorkRecommendation
  assignment: Assignment
  report: { id: string; asOf: string; narrative: string; author: { id: string; name: string }; onBehalf: boolean }
  /** When the organization first said so, without saying less since. */
  claimedAt: string
  /** Why the reader may not review it. Absent if they may. */
  own?: OwnReview
}

export type ReviewQueue = { items: WaitingClaim[]; next: string | null; total: number }

const { read, page, schema: cursor } = cursors('review', WaitingPlace)

/** The position in the queue after which a page begins. */
export const ReviewCursor = cursor

const waiting = `
  a.verification = 'submitted' and a.closure is null
  and a.recommendation_id not in (select id from recommendations where closure is not null)
  and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})`

type Row = { place: WaitingPlace; organizationId: string; reported: boolean; claim: Omit<WaitingClaim, 'own'> }

/**
 * SQL: the claims that wait after the moment $1 and the assignment $2, with $3 rows, for the reader $4 of the
 * organizations $6; $5: whether only those that they may review.
 */
const queueSql = `
  with page as materialized (
    select a.id, a.claimed_at from assignments a
    where ${waiting} and (a.claimed_at, a.id) > ($1::timestamptz, $2::uuid)
      and (not $5::boolean or ${notOwnReview('$4', '$6::uuid[]')})
    order by a.claimed_at, a.id limit $3)
  select json_build_array(${iso('a.claimed_at')}, a.id) as place, a.organization_id as "organizationId",
    ${wroteReportOf('$4')} as reported,
    json_build_object(
      'recommendation', ${workRecommendation},
      'assignment', ${assignmentJson},
      'claimedAt', ${iso('a.claimed_at')},
      'report', json_build_object('id', pr.id, 'asOf', pr.as_of, 'narrative', pr.narrative,
        'author', json_build_object('id', w.id, 'name', w.name), 'onBehalf', pr.on_behalf)) as claim
  from page
  join assignments a on a.id = page.id ${assignmentJoins}
  join lateral (
    select * from progress_reports where assignment_id = a.id and state = 'submitted' order by number desc limit 1) pr on true
  join users w on w.id = pr.author_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  order by page.claimed_at, page.id`

type Wanted = { after?: string | undefined; limit?: number | undefined }

/**
 * Returns the reports that wait for a review, the one that has waited longest first, with the number of them all.
 * Refusals: `review_forbidden`.
 */
export async function reviewQueue(actor: Actor, { after, limit = 50 }: Wanted = {}): Promise<Result<ReviewQueue>> {
  if (!mayReview(actor)) return forbidden('review_forbidden')

  const from = read(after) ?? beginningOfWaiting
  const [rows, total] = await Promise.all([
    claims([...from, limit + 1, actor.id, false, actor.organizationIds]),
    countWaiting('all'),
  ])
  const found = page(rows, limit)
  return ok({ items: found.rows.map((row) => claimFor(actor, row)), next: found.next, total })
}

type Values = [...WaitingPlace, limit: number, id: string, others: boolean, organizationIds: readonly string[]]

const claims = cacheUntilNextEvent((values: Values) =>
  readByOnePlan<Row>({ name: 'review-queue', text: queueSql, values: [...values] }),
)

/** Reports that a person may review, and how many there are, counted up to `mostCounted`. */
export type ClaimsToReview = { rows: { place: WaitingPlace; claim: WaitingClaim }[]; count: number }

/** Returns the reports that a person may review, the one that has waited longest first. Nothing for those who review none. */
export async function claimsToReview(actor: Actor, { from, limit }: WaitingPart): Promise<ClaimsToReview> {
  const count = await waitingReviews(actor)
  if (!count) return { rows: [], count: 0 }
  const rows = await claims([...from, limit, actor.id, true, actor.organizationIds])
  return { rows: rows.map((row) => ({ place: row.place, claim: claimFor(actor, row) })), count }
}

function claimFor(actor: Actor, { organizationId, reported, claim }: Row): WaitingClaim {
  const own = ownReview(actor, { organizationId, ownerId: claim.assignment.owner?.id ?? null, reported })
  return { ...claim, ...(own && { own }) }
}

const countWaiting = cacheUntilNextEvent(async (_which: 'all'): Promise<number> => {
  const text = `select count(*)::int as waiting from assignments a where ${waiting}`
  const [row] = await readByIndex<{ waiting: number }>({ name: 'review-count', text })
  return row?.waiting ?? 0
})

/** SQL: how many claims wait that the person $2 of the organizations $3 may review, counted up to $1. */
const reviewableCountSql = `
  select count(*)::int as waiting from (
    select from assignments a where ${waiting} and ${notOwnReview('$2', '$3::uuid[]')} limit $1) w`

const countReviewable = cacheUntilNextEvent(
  async (values: [most: number, id: string, organizationIds: readonly string[]]): Promise<number> => {
    const [row] = await readByIndex<{ waiting: number }>({
      name: 'reviewable-count',
      text: reviewableCountSql,
      values: [...values],
    })
    return row?.waiting ?? 0
  },
  { most: 1_000 },
)

/**
 * How many reports wait for a review by this person, counted up to `mostCounted`, without those that they may not review;
 * undefined for people who review none. The menu of every page shows it, so it must not take longer where many wait.
 */
export const waitingReviews = (actor: Actor) =>
  mayReview(actor) ? countReviewable([mostCounted, actor.id, actor.organizationIds]) : undefined

export const mostCounted = 100
