import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { fingerprint, resultText } from '@/lib/history/fingerprint'
import { config } from '@/lib/platform/config'
import { readIn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { bind, raw, sql } from '@/lib/platform/sql'
import type { CycleAnswer } from '@/prisma/generated/enums'
import { type Cycle, cycleHeld, cycleNow, findCycle } from './cycle'
import { cycleTime } from './open-cycle'
import { mayRunCycles } from './policy'
import { liveResults, resultColumns } from './results-sql'

const Close = z.strictObject({ id: ExistingId })

/**
 * Closes an open reporting cycle, and keeps for ever how each of its assignments is now. Returns the cycle. Refusals:
 * `cycle_not_found`, `cycle_forbidden`, `cycle_is_planned`, `cycle_is_cancelled`.
 */
export async function closeCycle(actor: Actor, input: unknown): Promise<Result<Cycle>> {
  const parsed = Close.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data
  if (!(await findCycle(actor, id))) return notFound('cycle_not_found')
  if (!mayRunCycles(actor)) return forbidden('cycle_forbidden')

  return change(
    actor,
    async (change): Promise<Result<Cycle>> => {
      const { tx, now, record } = change
      const held = await cycleHeld(tx, id)
      if (held.state === 'closed') return unchanged(held)
      if (held.state !== 'open') return conflict(`cycle_is_${held.state}`, held)

      const frozen = await freeze(change, id)
      const data = { state: 'closed', closedAt: now, version: { increment: 1 } } as const
      await tx.cycle.update({ where: { id }, data })
      record({ kind: 'cycle.closed', subjectId: id, body: { before: null, after: { state: 'closed', ...frozen } } })
      return ok(await cycleNow(tx, id))
    },
    cycleTime,
  )
}

/** Copies the results of a cycle. Returns how many there are of each answer, and their fingerprint. */
async function freeze({ tx }: Change, id: string): Promise<Record<CycleAnswer, number> & { results: string }> {
  // A report that is being written is either counted or waits until the cycle is closed.
  await tx.$executeRaw`
    select from assignments where id in (select assignment_id from cycle_assignments where cycle_id = ${id}::uuid)
    order by id for share`
  await tx.$executeRaw(
    sql`insert into cycle_results (${raw(resultColumns)}) ${bind(liveResults, [id], config.TIME_ZONE)}`,
  )
  const rows = await readIn<{ answer: CycleAnswer; count: number }>(
    tx,
    'cycle-closed',
    sql`select answer, count(*)::int as count from cycle_results where cycle_id = ${id}::uuid group by answer`,
  )
  const count = (answer: CycleAnswer) => rows.find((row) => row.answer === answer)?.count ?? 0
  const [row] = await readIn<{ results: string }>(
    tx,
    'cycle-results-fingerprint',
    sql`
    select ${raw(fingerprint)} as results from (
      select ${raw(resultText)} as text, 1 as times from cycle_results f where f.cycle_id = ${id}::uuid) s`,
  )
  return {
    results: row?.results ?? '',
    answered: count('answered'),
    late: count('late'),
    not_answered: count('not_answered'),
    closed: count('closed'),
  }
}
