import 'server-only'
import { type Change, change } from '@/lib/history/change'
import { dayOf, today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { ok, unchanged } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { type Cycle, cycleHeld, cycleNow } from './cycle'
import { assignmentsAskedAbout } from './cycle-rules-sql'

/** The time in which even a very large cycle opens or closes, in milliseconds. */
export const cycleTime = { timeout: 60_000 }

/**
 * Opens a cycle whose opening day has come. From now on it asks for the assignments that still need work, and for no
 * others. Reports since the beginning of its opening day answer it.
 */
export async function open({ tx, record, now }: Change, id: string): Promise<Cycle> {
  await tx.$executeRaw`
    update cycles set state = 'open', opened_at = ${now}, counts_from = opens_on::timestamp at time zone ${config.TIME_ZONE},
      version = version + 1
    where id = ${id}::uuid`
  const asked = await tx.$executeRaw(
    sql`insert into cycle_assignments (cycle_id, assignment_id) select c.id, a.id ${raw(assignmentsAskedAbout)} and c.id = ${id}::uuid`,
  )
  record({ kind: 'cycle.opened', subjectId: id, body: { before: null, after: { state: 'open', asked } } })
  return cycleNow(tx, id)
}

/** Returns whether the day of a cycle has come. */
export const isDue = ({ opensOn }: Pick<Cycle, 'opensOn'>, now: Date) => opensOn <= dayOf(now)

/** Opens the cycles whose day has come. */
export async function openDueCycles(): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'cycles-due',
    text: `select id from cycles where state = 'planned' and opens_on <= $1::date order by opens_on, id`,
    values: [today()],
  })
  for (const { id } of rows) await openOnItsDay(id)
}

/** Opens a cycle, unless it was changed or cancelled in between. */
const openOnItsDay = (id: string) =>
  change(
    null,
    async (change) => {
      const held = await cycleHeld(change.tx, id)
      return held.state === 'planned' && isDue(held, change.now) ? ok(await open(change, id)) : unchanged(held)
    },
    cycleTime,
  )
