import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import { dayOf } from '@/lib/platform/clock'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { type Cycle, cycleNow } from './cycle'
import { type CycleScope, fields, findCycleScope, writeParties, wrongDays } from './cycle-fields'
import { cycleTime, isDue, open } from './open-cycle'
import { mayRunCycles } from './policy'

const Add = z.strictObject({
  id: NewRowId,
  ...fields,
  asks: fields.asks.default('report'),
  /** Without a document, all are meant. Without organizations and groups, all organizations are. */
  document: fields.document.nullable().default(null),
  organizations: fields.organizations.default([]),
  groups: fields.groups.default([]),
})

/**
 * Adds a reporting cycle, which opens on its opening day: at once if that is today. Returns the cycle. Refusals:
 * `cycle_forbidden`, `cycle_sent_before`.
 */
export async function addCycle(actor: Actor, input: unknown): Promise<Result<Cycle>> {
  const parsed = Add.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!mayRunCycles(actor)) return forbidden('cycle_forbidden')

  return change(
    actor,
    async (change) => {
      const { tx, now, record } = change
      const scope = await findCycleScope(tx, actor, parsed.data)
      if ('ok' in scope) return scope
      const { id, name, asks, opensOn, closesOn } = parsed.data
      const after = { name, asks, opensOn, closesOn, ...everything, ...scope }
      const added = { kind: 'cycle.added', subjectId: id, body: { before: null, after } } as const

      if (await tx.cycle.count({ where: { id } })) {
        const current = await cycleNow(tx, id)
        return (await isRepeatedAddition(tx, added)) ? unchanged(current) : conflict('cycle_sent_before', current)
      }
      const wrong = wrongDays(parsed.data, dayOf(now))
      if (wrong) return wrong

      const days = { opensOn: new Date(opensOn), closesOn: new Date(closesOn) }
      await tx.cycle.create({ data: { id, name, asks, ...days, documentId: after.documentId, createdAt: now } })
      await writeParties(tx, id, after)
      record(added)
      return ok(isDue(parsed.data, now) ? await open(change, id) : await cycleNow(tx, id))
    },
    cycleTime,
  )
}

const everything: CycleScope = { documentId: null, organizationIds: [], groupIds: [] }
