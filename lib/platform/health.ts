import 'server-only'
import { isDatabaseAway, isDiskFull } from './database-failure'
import { connected, type Sql } from './db'
import { t } from './i18n'

type Reason = 'database_away' | 'tables_missing' | 'read_only' | 'disk_full' | 'database_fails'

export type Health = { status: 'ready' } | { status: 'not_ready'; reason: Reason; detail: string }

const kept = 1_000
let latest: { at: number; health: Promise<Health> } | undefined

/** Returns whether the instance can serve people and, if not, why. Checks the database at most once a second. */
export function health(): Promise<Health> {
  const at = performance.now()
  if (!latest || at - latest.at > kept) latest = { at, health: look() }
  return latest.health
}

async function look(): Promise<Health> {
  const reason = await connected(whatIsWrong).catch(reasonOf)
  return reason ? { status: 'not_ready', reason, detail: t(`health.${reason}`) } : { status: 'ready' }
}

/**
 * A sort that needs more memory than it may use, so that the server has to write to its disk and finds out whether
 * there is room. Its rows have two columns, because the sort of one column counts only the pointers to its texts.
 */
const sortOnDisk = `select count(*), max(n) from (
  select n, repeat(md5(n::text), 30) as long from generate_series(1, 512) n order by long, n offset 0) sorted`

async function whatIsWrong(sql: Sql): Promise<Reason | undefined> {
  await sql.query('begin; set local work_mem = 64')
  const { rows } = await sql.query<{ tables: boolean; reads: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as tables,
       pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as reads`,
  )
  await sql.query(sortOnDisk)
  await sql.query('rollback')
  if (!rows[0]?.tables) return 'tables_missing'
  return rows[0].reads ? 'read_only' : undefined
}

function reasonOf(error: unknown): Reason {
  if (isDiskFull(error)) return 'disk_full'
  return isDatabaseAway(error) ? 'database_away' : 'database_fails'
}
