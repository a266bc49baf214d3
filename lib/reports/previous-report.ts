import type { Sql } from '@/lib/platform/db'

/** Returns the last report before the one with this `id`. */
export async function previousReport(sql: Sql, assignmentId: string, id: string) {
  const latest = `
    select id, as_of::text as "asOf" from progress_reports
    where assignment_id = $1 and id <> $2 and state = 'submitted' order by number desc limit 1`
  const { rows } = await sql.query<{ id: string; asOf: string }>({
    name: 'report-latest',
    text: latest,
    values: [assignmentId, id],
  })
  return rows[0]
}
