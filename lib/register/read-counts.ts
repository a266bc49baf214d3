import 'server-only'
import type pg from 'pg'
import { pool, readWithoutScan } from '@/lib/platform/db'
import type { Scope } from './scope'

/** Reads what a statement counts in a scope. A search that finds much is read by its indexes, whatever the planner expects. */
export async function readCounts<Row extends pg.QueryResultRow>(
  { filters, found }: Scope,
  query: pg.QueryConfig,
): Promise<Row[]> {
  if (filters.q && !found) return readWithoutScan<Row>(query)
  const { rows } = await pool.query<Row>(query)
  return rows
}
