import 'server-only'
import type pg from 'pg'
import { read, readWithoutScan } from '@/lib/platform/db'
import type { Composed } from '@/lib/platform/sql'
import type { Scope } from './scope'

/** Reads the counts of a scope. A search that finds many rows uses its indexes, whatever the planner expects. */
export const readCounts = <Row extends pg.QueryResultRow>(
  name: string,
  { filters, found }: Scope,
  counting: Composed,
): Promise<Row[]> => (filters.q && !found ? readWithoutScan<Row>(name, counting) : read<Row>(name, counting))
