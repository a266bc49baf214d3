import { type Erasure, erasureOf } from '@/lib/domain/erasure'
import { type Imported, importedFrom } from '@/lib/domain/imported-row'
import { letterOf } from '@/lib/history/letters'
import { iso } from '@/lib/platform/sql'
import type { Progress, ReviewDecision } from '@/prisma/generated/enums'

/** A reviewer's decision on a report. */
export type Review = {
  id: string
  decision: ReviewDecision
  /** Which other action was accepted, or what is missing. Empty if it had to be erased by law. */
  note?: string
  by: { id: string; name: string }
  at: string
}

/** A report in its author's words. They are empty after they were erased by law. */
export type Report = {
  id: string
  /** YYYY-MM-DD */
  asOf: string
  progress: Progress
  narrative: string
  /** Set if the narrative was erased by law. */
  erasure?: Erasure
  author: { id: string; name: string }
  /** Everyone who wrote its draft and did not submit it. Absent if there is nobody. */
  draftedBy?: { id: string; name: string }[]
  onBehalf: boolean
  /** Set if it was imported from a spreadsheet. */
  imported?: Imported
  /** The date of the letter with which it arrived. YYYY-MM-DD. */
  letterOn?: string
  submittedAt: string
  /** For a report that nothing has changed: the day that the last other report describes. YYYY-MM-DD. */
  unchangedSince?: string
  /** The day of the earlier report that this one corrects. YYYY-MM-DD. */
  corrects?: string
  /** Whether a later report corrects this one. */
  corrected: boolean
  /** The decisions on it, the earliest first. Absent if there are none. */
  reviews?: Review[]
}

/** SQL: the reviews of the report `pr`, the earliest first; null if there are none. */
const reviewsJson = `(
  select json_agg(json_build_object('id', rv.id, 'decision', rv.decision, 'note', s.text,
    'by', json_build_object('id', ru.id, 'name', ru.name), 'at', ${iso('rv.decided_at')}) order by rv.decided_at, rv.id)
  from reviews rv join users ru on ru.id = rv.author_id left join reasons s on s.id = rv.note_id
  where rv.report_id = pr.id)`

/** SQL: those who wrote the draft of the report `pr`, in the order in which they did; null if there are none. */
const draftersJson = `(
  select json_agg(json_build_object('id', du.id, 'name', du.name) order by array_position(pr.drafted_by, du.id))
  from users du where du.id = any(pr.drafted_by))`

/** SQL: the latest reports of the assignment `a`, at most `limit` after `newer` newer ones, the earliest first. */
export const reportsJson = (limit: string, newer = '0') => `coalesce((
  select json_agg(x.report order by x.number)
  from (
    select json_strip_nulls(json_build_object('id', pr.id, 'asOf', pr.as_of, 'progress', pr.progress, 'narrative', pr.narrative,
             'erasure', case when pr.erased_at is not null then ${erasureOf('pr.id')} end,
             'author', json_build_object('id', w.id, 'name', w.name), 'draftedBy', ${draftersJson}, 'onBehalf', pr.on_behalf,
             'imported', ${importedFrom('pr.id')},
             'letterOn', ${letterOf('pr.id')},
             'submittedAt', ${iso('pr.submitted_at')},
             'unchangedSince', pr.unchanged_since,
             'corrects', (select c.as_of from progress_reports c where c.id = pr.corrects_id),
             'corrected', exists (select from progress_reports c where c.corrects_id = pr.id),
             'reviews', ${reviewsJson})) as report, pr.number
    from progress_reports pr join users w on w.id = pr.author_id
    where pr.assignment_id = a.id and pr.state = 'submitted'
    order by pr.number desc
    limit ${limit} offset ${newer}) x), '[]')`

/** SQL: the number of reports of the assignment `a`. */
export const reportCount = `(select count(*) from progress_reports where assignment_id = a.id and state = 'submitted')`

/** SQL: when the report of the assignment `a` that comes after `limit` reports and `newer` newer ones was submitted. */
export const submittedAfter = (limit: string, newer: string) => `(
  select ${iso('pr.submitted_at')} from progress_reports pr
  where pr.assignment_id = a.id and pr.state = 'submitted'
  order by pr.number desc limit 1 offset ${limit}::bigint + ${newer}::bigint)`
