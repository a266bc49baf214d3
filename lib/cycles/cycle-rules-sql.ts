import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import type { CycleAsks } from '@/prisma/generated/enums'

/** A cycle that is open and asks for an assignment that has not answered it. `closesOn` is YYYY-MM-DD. */
export type UnansweredCycle = { id: string; name: string; asks: CycleAsks; closesOn: string }

/**
 * SQL: the assignments `a` for which the cycle `c` asks when it opens: those that still need work. Organizations that do
 * not accept a recommendation are not asked for a report on it.
 */
export const assignmentsAskedAbout = `
  from cycles c
  join recommendations r on (c.document_id is null or r.document_id = c.document_id)
  join assignments a on a.recommendation_id = r.id
  join organizations o on o.id = a.organization_id
  where ${pending} and r.closure is null and o.archived_at is null and r.document_id not in ${archivedDocuments}
    and (c.asks = 'position' or a.position <> 'not_accepted')
    and (a.organization_id in (
        select coalesce(t.merged_into_id, t.id)
        from cycle_organizations l join organizations t on t.id = l.organization_id where l.cycle_id = c.id
        union all
        select m.organization_id
        from cycle_groups l join group_members m on m.group_id = l.group_id where l.cycle_id = c.id)
      or not exists (
        select from cycle_organizations where cycle_id = c.id union all select from cycle_groups where cycle_id = c.id))`

/**
 * SQL: when the assignment `a` answered the cycle `c`, in columns `at` and `day`, or nothing. The first report since the
 * opening day answers. A correction is of an earlier report, so it does not. A position answers if it stands; its day is that
 * of the letter if it was recorded on behalf. `zone` is the time zone. The moment of the latest report, which may be a
 * correction, spares most assignments the search for the first one.
 */
export const answerTo = (zone: string) => `
  select w.submitted_at as at, (w.submitted_at at time zone ${zone})::date as day
  from progress_reports w
  where c.asks = 'report' and a.reported_at >= c.counts_from and w.assignment_id = a.id and w.state = 'submitted' and w.corrects_id is null
    and w.submitted_at >= c.counts_from
  union all
  select w.written_at, case when w.on_behalf then w.answered_on else (w.written_at at time zone ${zone})::date end
  from answers w
  where c.asks = 'position' and a.position <> 'pending' and w.assignment_id = a.id and w.position <> 'pending'
    and w.written_at > coalesce((
      select max(written_at) from answers where assignment_id = a.id and position = 'pending'), '-infinity')
  order by at limit 1`

/**
 * SQL: whether the assignment `a` has answered the cycle `c`. The moment of its latest report, which may be a correction,
 * spares most assignments the search for a report.
 */
export const hasAnswered = `(case
  when c.asks = 'position' then a.position <> 'pending'
  else coalesce(a.reported_at >= c.counts_from, false) and exists (
    select from progress_reports w
    where w.assignment_id = a.id and w.state = 'submitted' and w.corrects_id is null and w.submitted_at >= c.counts_from) end)`

/** SQL: whether the assignment `a` has ended, so that nothing is asked any more. */
export const hasEnded = `(a.closure is not null or exists (
  select from recommendations ended where ended.id = a.recommendation_id and ended.closure is not null))`

/** SQL: the open cycles that ask for the assignment `a` and that it has not answered, or null. */
export const unansweredCyclesJson = `(
  select json_agg(json_build_object('id', c.id, 'name', c.name, 'asks', c.asks, 'closesOn', c.closes_on)
    order by c.closes_on, c.id)
  from cycle_assignments l join cycles c on c.id = l.cycle_id
  where l.assignment_id = a.id and c.state = 'open' and not ${hasAnswered} and not ${hasEnded})`
