import { iso } from '@/lib/platform/sql'
import type { Progress } from '@/prisma/generated/enums'

/** A report in its author's words. They are empty after they were erased by law. */
export type Report = {
  id: string
  /** YYYY-MM-DD */
  asOf: string
  progress: Progress
  narrative: string
  author: { id: string; name: string }
  onBehalf: boolean
  submittedAt: string
  /** The day of the earlier report that this one corrects. YYYY-MM-DD. */
  corrects?: string
  /** Whether a later report corrects this one. */
  corrected: boolean
}

/** SQL: the latest reports of the assignment `a`, at most `limit` after `newer` newer ones, the earliest first. */
export const reportsJson = (limit: string, newer = '0') => `coalesce((
  select json_agg(x.report order by x.number)
  from (
    select json_build_object('id', pr.id, 'asOf', pr.as_of, 'progress', pr.progress, 'narrative', pr.narrative,
             'author', json_build_object('id', w.id, 'name', w.name), 'onBehalf', pr.on_behalf,
             'submittedAt', ${iso('pr.submitted_at')},
             'corrects', (select c.as_of from progress_reports c where c.id = pr.corrects_id),
             'corrected', exists (select from progress_reports c where c.corrects_id = pr.id)) as report, pr.number
    from progress_reports pr join users w on w.id = pr.author_id
    where pr.assignment_id = a.id and pr.state = 'submitted'
    order by pr.number desc
    limit ${limit} offset ${newer}) x), '[]')`

/** SQL: the number of reports of the assignment `a`. */
export const reportCount = `(select count(*) from progress_reports where assignment_id = a.id and state = 'submitted')`
