import { iso } from '@/lib/platform/sql'
import { takenBack } from './corrections-sql'

/** When an assignment was first reported as implemented, and what its due date was then. */
export type Claim = { at: string; dueOn?: string }

/**
 * SQL: of the assignment `a`, the first report that says it is implemented, and its due date at that moment. A report
 * that said so by mistake, and whose corrections took it back, does not count.
 */
const claim = `
  select pr.submitted_at, v.due_on
  from progress_reports pr
  left join assignment_versions v
    on v.id = pr.assignment_id and v.valid_from <= pr.submitted_at and v.valid_to > pr.submitted_at
  where pr.assignment_id = a.id and pr.state = 'submitted' and pr.progress = 'implemented'
    and not ${takenBack('pr')}
  order by pr.submitted_at limit 1`

/** SQL: how `Claim` shows a row of `claim`. */
const claimJson = (row: string) => `json_build_object('at', ${iso(`${row}.submitted_at`)}, 'dueOn', ${row}.due_on)`

/** SQL: when the assignment `a` was first reported as implemented. */
export const claimOf = `case when a.progress <> 'not_started' then (select ${claimJson('c')} from (${claim}) c) end`

/** SQL: the claim of the assignment `a`, if it may have come after its due date; in which time zone, SQL does not say. */
export const lateClaim = `
  case when a.progress = 'implemented' then (
    select ${claimJson('c')} from (${claim}) c where c.submitted_at > c.due_on::timestamp at time zone 'UTC') end`
