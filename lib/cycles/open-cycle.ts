import 'server-only'
import { type Change, change } from '@/lib/history/change'
import { fingerprint } from '@/lib/history/fingerprint'
import { dayOf, today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool, readIn } from '@/lib/platform/db'
import { ok, unchanged } from '@/lib/platform/result'
import { iso, raw, sql } from '@/lib/platform/sql'
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
  const kept = await openedNow(tx, id)
  record({ kind: 'cycle.opened', subjectId: id, body: { before: null, after: { state: 'open', asked, ...kept } } })
  return cycleNow(tx, id)
}

/** Returns from when reports answer the cycle, and the fingerprint of the assignments for which it asks. */
async function openedNow(tx: Change['tx'], id: string) {
  const [row] = await readIn<{ countsFrom: string; assignments: string }>(
    tx,
    'cycle-opened',
    sql`
    select ${raw(iso('c.counts_from'))} as "countsFrom", (
      select ${raw(fingerprint)} from (
        select l.assignment_id::text as text, 1 as times from cycle_assignments l where l.cycle_id = c.id) s) as assignments
    from cycles c where c.id = ${id}::uuid`,
  )
  if (!row) throw new Error(`There is no cycle ${id}.`)
  return row
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
