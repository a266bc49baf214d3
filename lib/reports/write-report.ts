import 'server-only'
import type { Assignment } from '@/lib/assignments/queries'
import { type Claim, claimOf } from '@/lib/domain/implementation-claim-sql'
import type { Sql } from '@/lib/platform/db'
import type { Progress, Verification } from '@/prisma/generated/enums'

/** A report to write. `version` is that of the assignment that its writer saw. */
type Written = {
  id: string
  assignmentId: string
  version?: number | undefined
  progress: Progress
  verification: Verification
  narrative: string
  asOf: string
  corrects?: string | undefined
  onBehalf: boolean
  salt: string
  authorId: string
  /** Whether it ends the draft, whose writers it names. */
  ends: boolean
}

/** What the report changed. `claim` is the first claim of implementation before it. */
export type Moved = Pick<Assignment, 'status' | 'version'> & { claim: Claim | null; draftedBy: string[] }

/**
 * Writes a report, and moves its assignment. Returns nothing if the assignment is not as it was given any more, or if the
 * report exists.
 */
export async function writeReport(
  { sql, now }: { sql: Sql; now: Date },
  assignment: Assignment,
  report: Written,
): Promise<Moved | undefined> {
  const { version, id, assignmentId, authorId, progress, verification, narrative, asOf, onBehalf, salt, ends } = report
  const expected = version === undefined || version === assignment.version ? assignment.version : null
  const written = [id, authorId, narrative, asOf, onBehalf, now, salt, report.corrects ?? null, ends]
  const values = [assignmentId, expected, progress, verification, ...written]
  const { rows } = await sql.query<Moved>({ name: 'report-progress', text: reportProgressSql, values })
  return rows[0]
}

/**
 * SQL: writes the report. Writes nothing if the assignment was changed or closed, or if the report exists. Locks the
 * assignment first, as removing it does, so that the two do not deadlock.
 */
const reportProgressSql = `
  with moved as (
    update assignments a set progress = $3, verification = $4, reported_at = $10, version = version + 1
    where id = $1 and version = $2 and closure is null
    returning id, status, version, json_strip_nulls(${claimOf}) as claim),
  report as (
    insert into progress_reports (id, assignment_id, author_id, progress, narrative, as_of, on_behalf, state, submitted_at, salt,
      corrects_id, drafted_by)
    select $5, id, $6, $3, $7, $8, $9, 'submitted', $10, $11, (
      select c.id from progress_reports c
      where c.id = $12::uuid and not exists (select from progress_reports where corrects_id = c.id)), coalesce((
      select array_remove(writers, $6) from report_drafts where assignment_id = $1 and on_behalf = $9 and $13), '{}') from moved
    on conflict (id) do nothing returning assignment_id, drafted_by)
  select status, version, claim, to_json(drafted_by) as "draftedBy" from moved join report on assignment_id = moved.id`
