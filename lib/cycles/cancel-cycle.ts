import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { type Cycle, cycleHeld, cycleNow, findCycle } from './cycle'
import { mayRunCycles } from './policy'

const Cancel = z.strictObject({ id: ExistingId })

/**
 * Cancels a reporting cycle that has not opened. Returns the cycle. Refusals: `cycle_not_found`, `cycle_forbidden`,
 * `cycle_is_open`, `cycle_is_closed`.
 */
export async function cancelCycle(actor: Actor, input: unknown): Promise<Result<Cycle>> {
  const parsed = Cancel.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data
  if (!(await findCycle(actor, id))) return notFound('cycle_not_found')
  if (!mayRunCycles(actor)) return forbidden('cycle_forbidden')

  return change(actor, async ({ tx, record }): Promise<Result<Cycle>> => {
    const held = await cycleHeld(tx, id)
    if (held.state === 'cancelled') return unchanged(held)
    if (held.state !== 'planned') return conflict(`cycle_is_${held.state}`, held)

    await tx.cycle.update({ where: { id }, data: { state: 'cancelled', version: { increment: 1 } } })
    record({ kind: 'cycle.cancelled', subjectId: id, body: { before: null, after: { state: 'cancelled' } } })
    return ok(await cycleNow(tx, id))
  })
}
