import 'server-only'
import { pool } from './db'

/** Whether requests can be answered: the database answers, and has its tables. */
export async function isReady() {
  try {
    const { rowCount } = await pool.query('select from _prisma_migrations where finished_at is not null limit 1')
    return rowCount === 1
  } catch {
    return false
  }
}
