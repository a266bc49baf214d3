import { claimedInTime } from '@/lib/domain/implementation-claim-sql'
import { pending } from '@/lib/domain/statuses'
import { config } from '@/lib/platform/config'
import { type Composed, empty, raw, sql } from '@/lib/platform/sql'

/** How long ago work that is still to be done was assigned: up to 3 months, 12, 24, or longer. */
export const ages = ['quarter', 'year', 'two_years', 'older'] as const
export type Age = (typeof ages)[number]

/** A quarter of a calendar year, such as 2027-Q1. */
export const quarterPattern = /^(19|20|21)\d\d-Q[1-4]$/

/** The number of days within which an answer is in time. */
export const answerWithin = 30

/** SQL: the beginning of a day in the time zone of the site. */
const startOf = (day: Composed) => sql`(${day})::timestamp at time zone ${config.TIME_ZONE}`

/** SQL: whether an assignment `a` was assigned after the same day of an earlier month. */
const sinceMonths = (today: string, ago: number) =>
  sql`a.created_at >= ${startOf(sql`(${today}::date - make_interval(months => ${ago}::int))::date + 1`)}`

/** After how many months each begins, and after how many it ends; `older` never does. */
const months: Record<Age, [number, number]> = { quarter: [0, 3], year: [3, 12], two_years: [12, 24], older: [24, 0] }

/** SQL: whether an assignment `a` that still needs work was assigned so long ago. */
function agedCondition(age: Age, today: string): Composed {
  const [latest, earliest] = months[age]
  const after = earliest > 0 ? sql`and ${sinceMonths(today, earliest)}` : empty
  const before = latest > 0 ? sql`and not ${sinceMonths(today, latest)}` : empty
  return sql`${raw(pending)} ${after} ${before}`
}

/** SQL: whether an assignment `a` was assigned in a quarter. */
function assignedIn(quarter: string): Composed {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.at(-1)) * 3 - 2).padStart(2, '0')}-01`
  const start = sql`${first}::date`
  return sql`(a.created_at >= ${startOf(start)} and a.created_at < ${startOf(sql`${start} + interval '3 months'`)})`
}

/** SQL: the quarter in which an assignment `a` was assigned. */
export const quarterOf = () => sql`to_char(a.created_at at time zone ${config.TIME_ZONE}, 'YYYY-"Q"Q')`

/** SQL: whether the organization of an assignment `a` gave a position within 30 days. A letter has its own date. */
export const answeredInTime = () => sql`exists (
  select from answers w
  where w.assignment_id = a.id and w.position <> 'pending'
    and case when w.on_behalf then w.answered_on else (w.written_at at time zone ${config.TIME_ZONE})::date end
      <= (a.created_at at time zone ${config.TIME_ZONE})::date + ${answerWithin}::int)`

/** SQL: whether an assignment `a` was reported as implemented by its due date, and still is. */
export const implementedInTime = () =>
  sql`(a.status in ('implemented', 'verified') and ${claimedInTime(config.TIME_ZONE)})`

/** SQL: whether an assignment `a` is reported as implemented, waits for a review and has no evidence. */
const unproven = raw(`a.status = 'implemented' and not exists (
  select from evidence ev where ev.assignment_id = a.id and ev.withdrawn_at is null)`)

type Timing = Partial<Record<'evidence' | 'assigned' | 'answered' | 'met', string | undefined>> & {
  age?: Age | undefined
}

/**
 * SQL: the conditions for when an assignment `a` was assigned, answered and implemented, and for its evidence. `live` is
 * whether its recommendation is open.
 */
export const timingConditions = (filters: Timing, today: string, live: Composed): Composed[] => [
  ...(filters.age ? [sql`${agedCondition(filters.age, today)} and ${live}`] : []),
  ...(filters.evidence ? [sql`${unproven} and ${live}`] : []),
  ...(filters.assigned ? [assignedIn(filters.assigned)] : []),
  ...(filters.answered ? [answeredInTime()] : []),
  ...(filters.met ? [implementedInTime()] : []),
]
