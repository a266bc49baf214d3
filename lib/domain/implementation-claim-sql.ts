import { iso, raw, sql } from '@/lib/platform/sql'
import { takenBack } from './corrections-sql'

/** The time when an assignment was first reported as implemented, and its due date at that moment. */
export type Claim = { at: string; dueOn?: string }

/** SQL: the number of the last report of the assignment `a` that a reviewer returned, or 0. */
const lastReturned = `coalesce((
  select max(back.number) from reviews rv join progress_reports back on back.id = rv.report_id
  where rv.assignment_id = a.id and rv.decision = 'return'), 0)`

/**
 * SQL: the first report that claims the assignment `a` is implemented, and the due date at that moment. A report whose
 * claim was taken back by a correction does not count. A return ends the claim, with all reports that made it.
 */
const claim = `
  select pr.submitted_at, v.due_on
  from progress_reports pr
  left join assignment_versions v
    on v.id = pr.assignment_id and v.valid_from <= pr.submitted_at and v.valid_to > pr.submitted_at
  where pr.assignment_id = a.id and pr.state = 'submitted' and pr.progress = 'implemented'
    and pr.number > ${lastReturned} and not ${takenBack('pr')}
  order by pr.submitted_at limit 1`

/** SQL: a row of `claim` as JSON in the shape of `Claim`. */
const claimJson = (row: string) => `json_build_object('at', ${iso(`${row}.submitted_at`)}, 'dueOn', ${row}.due_on)`

/** SQL: the time when the assignment `a` was first reported as implemented, in the shape of `Claim`. */
export const claimOf = `case when a.progress <> 'not_started' then (select ${claimJson('c')} from (${claim}) c) end`

/** SQL: whether the assignment `a` was first reported as implemented by the due date of that moment. */
export const claimedInTime = (zone: string) =>
  sql`exists (select from (${raw(claim)}) c where (c.submitted_at at time zone ${zone})::date <= c.due_on)`

/**
 * SQL: the claim of the assignment `a` if it may be later than the due date. SQL does not know the instance's time
 * zone, so `daysLate` decides.
 */
export const lateClaim = `
  case when a.progress = 'implemented' then (
    select ${claimJson('c')} from (${claim}) c where c.submitted_at > c.due_on::timestamp at time zone 'UTC') end`
