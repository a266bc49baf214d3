import 'server-only'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import type { PastDay } from '@/lib/platform/shown-day'
import { countDays, type DayCount } from './count-days'

/** After this time a day is sealed, in milliseconds. A change that began before its end is committed by then. */
const settled = 10 * 60_000

/**
 * Returns the counts of the whole register at the end of past days. Counts are kept in the database once a day has been
 * over for a while, because they never change again.
 */
export async function sealedDays(days: PastDay[]): Promise<DayCount[]> {
  const kept = await keptDays(days)
  const missing = days.filter(({ day }) => !kept.has(day))
  const counted = missing.length > 0 ? (await countDays(missing, {})).points : []
  const ends = new Map(missing.map(({ day, end }) => [day, end.getTime()]))
  const over = counted.filter(({ day }) => (ends.get(day) ?? Number.POSITIVE_INFINITY) < now().getTime() - settled)
  if (over.length > 0) await keep(over)

  const byDay = new Map([...kept, ...counted.map((count) => [count.day, count] as const)])
  return days.flatMap(({ day }) => byDay.get(day) ?? [])
}

async function keptDays(days: PastDay[]): Promise<Map<string, DayCount>> {
  const { rows } = await pool.query<DayCount>({
    name: 'sealed-days',
    text: `
      select day, by_status as "byStatus", overdue from sealed_days
      where zone = $1 and day = any($2::date[])`,
    values: [config.TIME_ZONE, days.map(({ day }) => day)],
  })
  return new Map(rows.map((count) => [count.day, count]))
}

/** Stores counts. Deletes those of days in any other time zone. */
async function keep(counts: DayCount[]) {
  const values = [config.TIME_ZONE, JSON.stringify(counts)]
  // The counts are right without being kept, such as on a full disk or while the database can only be read.
  await pool.query({ name: 'seal-days', text: sealSql, values }).catch(() => {})
}

const sealSql = `
  with others as (delete from sealed_days where zone <> $1)
  insert into sealed_days (zone, day, by_status, overdue)
  select $1, day, "byStatus", overdue
  from json_to_recordset($2::json) as counted (day date, "byStatus" json, overdue int)
  on conflict do nothing`
