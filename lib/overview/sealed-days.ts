import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import type { PastDay } from '@/lib/platform/shown-day'
import { countDays, type DayCount } from './count-days'

/** After this time a day is sealed, in milliseconds. A change that began before its end is committed by then. */
const settled = 10 * 60_000

/**
 * Returns the counts of the whole register at the end of past days. Counts are kept in the database once a day has been
 * over for a while, because they never change again. Only which documents are archived is as it is now.
 */
export async function sealedDays(days: PastDay[]): Promise<DayCount[]> {
  const archived = await archivedNow()
  const kept = await keptDays(archived, days)
  const missing = days.filter(({ day }) => !kept.has(day))
  const counted = missing.length > 0 ? await countDays(missing, {}) : []
  const ends = new Map(missing.map(({ day, end }) => [day, end.getTime()]))
  const over = counted.filter(({ day }) => (ends.get(day) ?? Number.POSITIVE_INFINITY) < now().getTime() - settled)
  if (over.length > 0) await keep(archived, over)

  const byDay = new Map([...kept, ...counted.map((count) => [count.day, count] as const)])
  return days.flatMap(({ day }) => byDay.get(day) ?? [])
}

/** SQL: a text that identifies the documents that are archived. */
const archivedSql = `
  (select coalesce(md5(string_agg(id::text, ',' order by id)), '') from ${archivedDocuments} d)`

async function archivedNow(): Promise<string> {
  const { rows } = await pool.query<{ archived: string }>({
    name: 'sealed-archived',
    text: `select ${archivedSql} as archived`,
  })
  return rows[0]?.archived ?? ''
}

async function keptDays(archived: string, days: PastDay[]): Promise<Map<string, DayCount>> {
  const { rows } = await pool.query<DayCount>({
    name: 'sealed-days',
    text: `
      select day, by_status as "byStatus", overdue from sealed_days
      where zone = $1 and archived = $2 and day = any($3::date[])`,
    values: [config.TIME_ZONE, archived, days.map(({ day }) => day)],
  })
  return new Map(rows.map((count) => [count.day, count]))
}

/**
 * Stores counts, unless a document was archived or restored since they were read. Deletes the stored counts for any other
 * set of archived documents.
 */
async function keep(archived: string, counts: DayCount[]) {
  const values = [config.TIME_ZONE, archived, JSON.stringify(counts)]
  // The counts are right without being kept, such as on a full disk or while the database can only be read.
  await pool.query({ name: 'seal-days', text: sealSql, values }).catch(() => {})
}

const sealSql = `
  with others as (delete from sealed_days where zone <> $1 or archived <> $2)
  insert into sealed_days (zone, archived, day, by_status, overdue)
  select $1, $2, day, "byStatus", overdue
  from json_to_recordset($3::json) as counted (day date, "byStatus" json, overdue int)
  where ${archivedSql} = $2
  on conflict do nothing`
