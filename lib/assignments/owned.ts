import 'server-only'
import { pool } from '@/lib/platform/db'

/** Returns the number of open assignments that a person owns, on recommendations that are open and not archived. */
export async function countOwned(userId: string): Promise<number> {
  const text = `
    select count(*)::int as owned
    from assignments a join recommendations r on r.id = a.recommendation_id join documents d on d.id = r.document_id
    where a.owner_id = $1 and a.closure is null and r.closure is null and d.archived_at is null`
  const { rows } = await pool.query<{ owned: number }>({ name: 'assignments-owned', text, values: [userId] })
  return rows[0]?.owned ?? 0
}
