import 'server-only'
import { readNamed } from '@/lib/platform/db'
import type { Progress } from '@/prisma/generated/enums'

/** The narrative is empty after it was erased, and if nothing has changed. */
export type LatestReport = { asOf: string; progress: Progress; narrative: string; unchangedSince: string | null }

/** SQL: the latest report of each of the assignments $1. */
const latestReportsSql = `
  select page.id, pr.as_of::text as "asOf", pr.progress, pr.narrative,
    pr.unchanged_since::text as "unchangedSince"
  from unnest($1::uuid[]) page(id)
  cross join lateral (
    select as_of, progress, narrative, unchanged_since from progress_reports
    where assignment_id = page.id and state = 'submitted' order by number desc limit 1) pr`

/**
 * Returns the latest report of each assignment that has one, by the assignment's ID. Everyone signed in may read
 * reports.
 */
export async function latestReportsOf(assignmentIds: readonly string[]): Promise<ReadonlyMap<string, LatestReport>> {
  type Row = LatestReport & { id: string }
  const rows = await readNamed<Row>({ name: 'latest-reports', text: latestReportsSql, values: [assignmentIds] })
  return new Map(rows.map(({ id, ...report }) => [id, report]))
}
