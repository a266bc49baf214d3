import { pending } from '@/lib/domain/statuses'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** The assignments of an organization by status, and how many of them are overdue. */
export type Workload = { assignments: number; counts: Partial<Record<AssignmentStatus, number>>; overdue: number }

/** SQL: what stands in an archived document, which counts nowhere. */
const archived = `
  select r.id from documents d join recommendations r on r.document_id = d.id where d.archived_at is not null`

/** SQL: what is overdue of the assignments `a`: not yet done on `today`, and still asked for. */
export const overdue = (today: string) => `
  ${pending} and a.due_on < ${today}
  and not exists (select from recommendations r where r.id = a.recommendation_id and r.closure is not null)`

/** SQL: the ids of the organization `id` and of those that were merged into it. */
export const withMerged = (id: string) =>
  `array(select ${id} union all select m.id from organizations m where m.merged_into_id = ${id})`

/** SQL: the assignments `a` of the organization `o` that count. What was merged carries nothing: the other one does. */
export const carried = `o.merged_into_id is null and a.organization_id = any(${withMerged('o.id')}) and a.recommendation_id not in (${archived})`

/** SQL: joins `load`, a JSON object in the shape of `Load`, of the organization `o`. */
export const workloadOf = (today: string) => `
  cross join lateral (
    select json_build_object(
      'assignments', coalesce(sum(s.count), 0),
      'counts', coalesce(json_object_agg(s.status, s.count) filter (where s.status is not null), '{}'),
      'overdue', (select count(*) from assignments a where ${carried} and ${overdue(today)})) as load
    from (select a.status, count(*) as count from assignments a where ${carried} group by a.status) s) l`
