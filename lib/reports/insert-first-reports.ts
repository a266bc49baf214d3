import 'server-only'
import type { ImportedRow } from '@/lib/assignments/insert-assignments'
import { verificationAfterReport } from '@/lib/domain/reviewing'
import type { Change } from '@/lib/history/change'
import { hashed, newSalt } from '@/lib/history/events'
import { dayOf } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/id'
import { partsOf } from '@/lib/platform/split-rows'
import type { Progress } from '@/prisma/generated/enums'

/** The first report on an assignment that was made in the same change. `asOf` is YYYY-MM-DD, by default today. */
type First = {
  assignmentId: string
  recommendationId: string
  progress: Progress
  narrative: string
  asOf?: string | undefined
  imported?: ImportedRow
}

/** The number of rows in one statement, which takes a fraction of a second. */
const atATime = 500

/**
 * Submits the first reports on many new assignments on behalf of their organizations, and records each. Returns their IDs,
 * in the order in which they were given.
 */
export async function insertFirstReports(change: Change, authorId: string, all: readonly First[]): Promise<string[]> {
  const { tx, record, now } = change
  const reports = all.map(({ asOf = dayOf(now), ...one }) => {
    const verification = verificationAfterReport('none', one.progress === 'implemented')
    return { ...one, asOf, verification, id: newId(), salt: newSalt() }
  })
  for (const { rows } of partsOf(reports, atATime)) {
    const sent = JSON.stringify(rows)
    await tx.$executeRaw`
      update assignments a
      set progress = row.progress, verification = row.verification, reported_at = ${now}::timestamptz, version = version + 1
      from json_to_recordset(${sent}::json)
        as row ("assignmentId" uuid, progress progress, verification verification)
      where a.id = row."assignmentId"`
    await tx.$executeRaw`
      insert into progress_reports (id, assignment_id, author_id, progress, narrative, as_of, on_behalf, state, submitted_at,
        salt)
      select id, "assignmentId", ${authorId}::uuid, progress, narrative, "asOf", true, 'submitted', ${now}::timestamptz, salt
      from json_to_recordset(${sent}::json)
        as row (id uuid, "assignmentId" uuid, progress progress, narrative text, "asOf" date, salt text)`
  }
  for (const {
    id,
    assignmentId,
    recommendationId,
    progress,
    verification,
    narrative,
    asOf,
    salt,
    imported,
  } of reports) {
    const before = { progress: 'not_started', verification: 'none' } as const
    const report = hashed(id, narrative, salt)
    const after = { progress, verification, asOf, onBehalf: true, report, ...(imported && { imported }) }
    record({ kind: 'assignment.reported', subjectId: assignmentId, recommendationId, body: { before, after } })
  }
  return reports.map(({ id }) => id)
}
