import 'server-only'
import { isServed } from '@/lib/evidence/policy'
import { readNamed } from '@/lib/platform/db'
import { type EvidenceScan, type Progress, EvidenceScan as scans } from '@/prisma/generated/enums'

/** A progress report as a publication quotes it. The narrative is empty after it was erased, and if nothing has changed. */
export type QuotedReport = {
  id: string
  asOf: string
  progress: Progress
  narrative: string
  unchangedSince: string | null
}

/** SQL: the latest $2 reports of each of the assignments $1, the earliest first. */
const reportsSql = `
  select page.id as "assignmentId", pr.id, pr.as_of::text as "asOf", pr.progress, pr.narrative,
    pr.unchanged_since::text as "unchangedSince"
  from unnest($1::uuid[]) page(id)
  cross join lateral (
    select id, number, as_of, progress, narrative, unchanged_since from progress_reports
    where assignment_id = page.id and state = 'submitted' order by number desc limit $2) pr
  order by page.id, pr.number`

/**
 * SQL: the titles of the evidence of the assignments $1 that everyone signed in may read, the earliest first, if its file
 * has one of the results $2 of a scan. Never evidence for the organization alone, or that was withdrawn or erased.
 */
const evidenceSql = `
  select ev.assignment_id as "assignmentId", et.text as title
  from evidence ev join reasons et on et.id = ev.title_id
  where ev.assignment_id = any($1::uuid[]) and ev.audience <> 'organization' and ev.withdrawn_at is null
    and ev.erased_at is null and et.text <> '' and ev.scan = any($2::evidence_scan[])
  order by ev.assignment_id, ev.added_at, ev.id`

/** Returns the latest reports of each assignment, at most so many, the earliest first, by the assignment's ID. */
export async function reportsQuoted(assignmentIds: readonly string[], most: number) {
  type Row = QuotedReport & { assignmentId: string }
  const values = [assignmentIds, most]
  const rows = await readNamed<Row>({ name: 'publication-reports', text: reportsSql, values })
  return byAssignment(rows.map(({ assignmentId, ...report }) => [assignmentId, report]))
}

/** Returns the titles of the evidence that everyone signed in may read, by the assignment's ID. */
export async function evidenceNamed(assignmentIds: readonly string[]) {
  type Row = { assignmentId: string; title: string }
  const served: EvidenceScan[] = Object.values(scans).filter(isServed)
  const values = [assignmentIds, served]
  const rows = await readNamed<Row>({ name: 'publication-evidence', text: evidenceSql, values })
  return byAssignment(rows.map(({ assignmentId, title }) => [assignmentId, title]))
}

function byAssignment<T>(rows: [string, T][]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>()
  for (const [id, row] of rows) found.set(id, [...(found.get(id) ?? []), row])
  return found
}
