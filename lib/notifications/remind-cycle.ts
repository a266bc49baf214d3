import 'server-only'
import { z } from 'zod'
import { findCycle } from '@/lib/cycles/cycle'
import { hasAnswered } from '@/lib/cycles/cycle-rules-sql'
import { mayRunCycles } from '@/lib/cycles/policy'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { Note, type RemindedAll, remindable, remindEach } from './remindable'

const Remind = z.strictObject({ id: ExistingId, note: Note })

/** The time in which reminders of a very large cycle are recorded, in milliseconds. */
const timeout = 60_000

/**
 * Reminds the people who act on the assignments that have not answered an open reporting cycle, each assignment at most
 * once a day. Each person is notified once, however many assignments there are. Refusals: `cycle_not_found`,
 * `cycle_forbidden`, `cycle_reminder_not_open`.
 */
export async function remindCycle(actor: Actor, input: unknown): Promise<Result<RemindedAll>> {
  const parsed = Remind.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, note } = parsed.data
  const cycle = await findCycle(actor, id)
  if (!cycle) return notFound('cycle_not_found')
  if (!mayRunCycles(actor)) return forbidden('cycle_forbidden')
  if (cycle.state !== 'open') return conflict('cycle_reminder_not_open', cycle)

  return change(
    actor,
    async (change) => {
      const held = await remindable(
        change,
        actor,
        sql`a.id in (select l.assignment_id from cycle_assignments l where l.cycle_id = ${id}::uuid)
          and exists (select from cycles c where c.id = ${id}::uuid and c.state = 'open' and not ${raw(hasAnswered)})`,
        // A position is asked for even when the work is done.
        'a.closure is null',
      )
      const answer = await remindEach(change, actor, held, { note, cycleId: id })
      return answer.done > 0 ? ok(answer) : unchanged(answer)
    },
    { timeout },
  )
}
