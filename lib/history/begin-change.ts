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

type Run = (text: string) => Promise<{ turn?: boolean | null }[]>

/**
 * Sets the ID and the moment of a change, in one message to the database unless the change has to wait for its turn. Then
 * the moment is when it no longer waits. `opening` is sent before. Returns the moment.
 */
export async function beginChange(run: Run, { on, notBefore }: Turn & NotBefore, opening = ''): Promise<Date> {
  const moment = momentFrom(notBefore)
  const key = on && `hashtextextended(${literal(`change of ${on}`)}, 0)`
  const turn = key ? `pg_try_advisory_xact_lock(${key})` : 'true'
  const [begun] = await run(
    `${opening}select set_config('app.change', '${newId()}', true), ${settingOf(moment)}, ${turn} as turn`,
  )
  if (begun?.turn) return moment

  await run(`select pg_advisory_xact_lock(${key})::text`)
  const later = momentFrom(notBefore)
  await run(`select ${settingOf(later)}`)
  return later
}

const momentFrom = (notBefore: Date) => new Date(Math.max(now().getTime(), notBefore.getTime()))

const settingOf = (moment: Date) => `set_config('app.now', ${literal(moment.toISOString())}, true)`
