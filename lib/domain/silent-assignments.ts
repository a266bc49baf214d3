import { dayOf, daysBetween } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { raw, sql } from '@/lib/platform/sql'
import type { Assignment } from './answer-shapes'
import { isPending, pending } from './statuses'

/*
 * An unfinished assignment is silent from the day on which nothing has been reported for `SILENT_AFTER` days. If nothing
 * was ever reported, the days since it was assigned count.
 */

/**
 * SQL: whether nothing has been reported on an unfinished assignment `a` for too long. The places of the parameters: the
 * day, the number of days and the time zone.
 */
export const silentSql = (day: string, days: string, zone: string) => `
  ${pending} and coalesce(a.reported_at, a.created_at) < (${day}::date + 1 - ${days}::int)::timestamp at time zone ${zone}`

/** SQL: whether nothing has been reported on an unfinished assignment `a` for too long on a day, YYYY-MM-DD. */
export const silentOn = (day: string) => sql`
  ${raw(pending)} and coalesce(a.reported_at, a.created_at)
    < (${day}::date + 1 - ${config.SILENT_AFTER}::int)::timestamp at time zone ${config.TIME_ZONE}`

/**
 * Returns for how many days nothing has been reported on an unfinished assignment, or undefined while that is less than
 * `SILENT_AFTER` days.
 */
export function silentFor({ status, assignedAt, reportedAt }: Assignment, today: string): number | undefined {
  const days = daysBetween(dayOf(new Date(reportedAt ?? assignedAt)), today)
  return isPending(status) && days >= config.SILENT_AFTER ? days : undefined
}
