import 'server-only'
import { openDueCycles } from '@/lib/cycles/open-cycle'
import { now, today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { connected, type Sql } from '@/lib/platform/db'
import { notifyOfDaySql } from './from-days'
import { notifyOfEventsSql } from './from-events'

/*
 * The history is the outbox: the numbers of its events have no gaps and are in the order of the commits. The
 * notifications of some events and the place that they have reached are written in one transaction, so that a process
 * that ends in between loses none and makes none twice. Other processes skip the work while one of them does it.
 */

/** The number of events that one transaction reads. */
const eventsAtATime = 500

/** The longest time for the notifications of a day. */
const longestDay = '60s'

type Progress = { seq: string; day: string | null }

/**
 * Opens the reporting cycles whose day has come, and makes all notifications that are due: of new events, and once a day
 * of dates. Returns how many it made.
 */
export async function notify(): Promise<number> {
  await openDueCycles()
  let made = 0
  for (;;) {
    const step = await connected(takeStep)
    if (step === undefined) return made
    made += step
  }
}

/** Takes the next step and returns how many notifications it made, or undefined if nothing is left to do. */
async function takeStep(sql: Sql): Promise<number | undefined> {
  await sql.query('begin')
  const { rows } = await sql.query<Progress>({
    name: 'notification-progress',
    text: 'select seq, day from notification_progress for update skip locked',
  })
  const [progress] = rows
  const step = progress ? ((await notifyOfEvents(sql, progress)) ?? (await notifyOfDay(sql, progress))) : undefined
  await sql.query(step === undefined ? 'rollback' : 'commit')
  return step
}

async function notifyOfEvents(sql: Sql, { seq }: Progress) {
  const { rows } = await sql.query<{ last: string | null }>({
    name: 'notification-events',
    text: `select max(seq) as last from (
      select seq from events where seq > $1 order by seq limit ${eventsAtATime}) e`,
    values: [seq],
  })
  const last = rows[0]?.last
  if (!last) return undefined

  const { rowCount } = await sql.query({ name: 'notify-events', text: notifyOfEventsSql, values: [seq, last] })
  await sql.query({ name: 'notified-events', text: 'update notification_progress set seq = $1', values: [last] })
  return rowCount ?? 0
}

async function notifyOfDay(sql: Sql, { day: before }: Progress) {
  const day = today()
  if (before !== null && before >= day) return undefined

  const values = [day, now(), config.SILENT_AFTER, config.TIME_ZONE]
  // The first day of a large register has many. If the time ran out, it would be tried again for ever.
  await sql.query(`set local statement_timeout = '${longestDay}'; set local work_mem = '64MB'`)
  const { rowCount } = await sql.query({ name: 'notify-day', text: notifyOfDaySql, values })
  await sql.query({ name: 'notified-day', text: 'update notification_progress set day = $1::date', values: [day] })
  return rowCount ?? 0
}
