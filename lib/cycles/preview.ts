import 'server-only'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { pool } from '@/lib/platform/db'
import { assignmentsAskedAbout } from './cycle-rules-sql'

type Preview = { assignments: number; organizations: number }

/** SQL: for how many assignments the cycle $1 would ask if it opened now, and of how many organizations. */
const previewSql = `
  select count(*)::int as assignments, count(distinct a.organization_id)::int as organizations
  ${assignmentsAskedAbout} and c.id = $1`

/** Returns for how many assignments a planned cycle would ask if it opened now, and of how many organizations. */
export const previewOf = cacheUntilNextEvent(async (id: string): Promise<Preview> => {
  const { rows } = await pool.query<Preview>({ name: 'cycle-preview', text: previewSql, values: [id] })
  return rows[0] ?? { assignments: 0, organizations: 0 }
})
