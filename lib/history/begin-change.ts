import 'server-only'
import { now } from '@/lib/platform/clock'
import { literal } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/**
 * `on`: the ID of what many may change at once. Such changes wait for each other before they begin. The moment of each is
 * then later than that of the one before, and none has to begin again.
 */
export type Turn = { on?: string | undefined }

/** The moment before which that of a change must not be. */
export type NotBefore = { notBefore: Date }

type Run = (text: string) => Promise<unknown>

/**
 * Waits for the turn of a change, and then sets its ID and its moment. `opening` is sent before. Returns the moment.
 */
export async function beginChange(run: Run, { on, notBefore }: Turn & NotBefore, opening = ''): Promise<Date> {
  if (on) {
    await run(`${opening}select pg_advisory_xact_lock(hashtextextended(${literal(`change of ${on}`)}, 0))::text`)
  }
  const moment = momentFrom(notBefore)
  await run(`${on ? '' : opening}select set_config('app.change', '${newId()}', true), ${settingOf(moment)}`)
  return moment
}

const momentFrom = (notBefore: Date) => new Date(Math.max(now().getTime(), notBefore.getTime()))

const settingOf = (moment: Date) => `set_config('app.now', ${literal(moment.toISOString())}, true)`
