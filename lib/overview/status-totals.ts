import { isPending, pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { live } from '@/lib/register/conditions'
import type { AssignmentCount, RecommendationCount } from '@/lib/register/count-parts'
import type { AssignmentStatus, Kind, RecommendationStatus } from '@/prisma/generated/enums'

type Counted<Status extends string> = { total: number; byStatus: Partial<Record<Status, number>> }

/**
 * Recommendations for action and findings by status; how many have an overdue assignment, and how many have one that is
 * due soon.
 */
export type RecommendationTotals = { total: number; overdue: number; soon: number } & Record<
  Kind,
  Counted<RecommendationStatus>
>

/**
 * Assignments by status. `pending`: those that still need work. Assignments of closed recommendations are neither
 * pending nor overdue.
 */
export type Totals = Counted<AssignmentStatus> & { pending: number; overdue: number }

export type AssignmentTotals = Totals & { soon: number }

/**
 * SQL: the number of assignments that are due soon, and of their recommendations, from the index of pending
 * assignments. $1 is the current day and $2 the last day that is soon.
 */
export const dueSoon = `
  select count(*)::int as assignments, count(distinct a.recommendation_id)::int as recommendations
  from assignments a
  where ${pending} and a.due_on between $1::date and $2::date and ${live}
    and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})`

export function recommendationTotals(counts: RecommendationCount[], soon: number): RecommendationTotals {
  const ofKind = (kind: Kind) => counted(counts.filter((count) => count.kind === kind))
  return {
    total: sum(counts, ({ n }) => n),
    overdue: sum(counts, ({ status, late }) => (status === 'closed' ? 0 : late)),
    soon,
    action: ofKind('action'),
    finding: ofKind('finding'),
  }
}

export function totalsOf(counts: AssignmentCount[]): Totals {
  const undone = counts.filter(({ status }) => isPending(status))
  return {
    ...counted(counts),
    pending: sum(undone, ({ n, ended }) => n - ended),
    overdue: sum(undone, ({ late }) => late),
  }
}

function counted<Status extends string>(counts: readonly { status: Status; n: number }[]): Counted<Status> {
  const byStatus: Partial<Record<Status, number>> = {}
  for (const { status, n } of counts) byStatus[status] = (byStatus[status] ?? 0) + n
  return { total: sum(counts, ({ n }) => n), byStatus }
}

const sum = <Count>(counts: readonly Count[], many: (count: Count) => number) =>
  counts.reduce((total, count) => total + many(count), 0)
