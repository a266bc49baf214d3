import { pending } from '@/lib/domain/statuses'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** The assignments of an organization by status, and how many of them are overdue. */
export type Workload = { assignments: number; counts: Partial<Record<AssignmentStatus, number>>; overdue: number }

/** SQL: the recommendations of archived documents, which are not counted. */
const archived = `
  select r.id from documents d join recommendations r on r.document_id = d.id where d.archived_at is not null`

/** SQL: whether an assignment `a` is overdue: not done on the day `today`, and its recommendation is open. */
export const overdue = (today: string) => `
  ${pending} and a.due_on < ${today}
  and not exists (select from recommendations r where r.id = a.recommendation_id and r.closure is not null)`

/** SQL: the IDs of the organization `id` and of those that were merged into it. */
export const withMerged = (id: string) =>
  `array(select ${id} union all select m.id from organizations m where m.merged_into_id = ${id})`

/**
 * SQL: whether an assignment `a` counts for the organization `o`. A merged organization has no assignments; the one it
 * was merged into has them.
 */
export const carried = `o.merged_into_id is null and a.organization_id = any(${withMerged('o.id')}) and a.recommendation_id not in (${archived})`

/** SQL: joins `load`, a JSON object in the shape of `Workload`, for the organization `o`. */
export const workloadOf = (today: string) => `
  cross join lateral (
    select json_build_object(
      'assignments', coalesce(sum(s.count), 0),
      'counts', coalesce(json_object_agg(s.status, s.count) filter (where s.status is not null), '{}'),
      'overdue', (select count(*) from assignments a where ${carried} and ${overdue(today)})) as load
    from (select a.status, count(*) as count from assignments a where ${carried} group by a.status) s) l`
