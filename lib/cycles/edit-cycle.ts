import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { type Cycle, cycleHeld, cycleNow, findCycle } from './cycle'
import { fields, findCycleScope, writeParties, wrongDays } from './cycle-fields'
import { cycleTime, isDue, open } from './open-cycle'
import { mayRunCycles } from './policy'

const Edit = z.strictObject({
  id: ExistingId,
  version: Version,
  name: fields.name.optional(),
  asks: fields.asks.optional(),
  opensOn: fields.opensOn.optional(),
  closesOn: fields.closesOn.optional(),
  /** Null: all documents. */
  document: fields.document.nullable().optional(),
  organizations: fields.organizations.optional(),
  groups: fields.groups.optional(),
})
type Edit = z.output<typeof Edit>

/**
 * Edits a reporting cycle that has not opened, or moves the closing day of an open one to a later day. Returns the cycle.
 * Refusals: `cycle_not_found`, `cycle_forbidden`, `cycle_changed`, `cycle_is_open`, `cycle_is_closed`,
 * `cycle_is_cancelled`.
 */
export async function editCycle(actor: Actor, input: unknown): Promise<Result<Cycle>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const edit = parsed.data
  if (!(await findCycle(actor, edit.id))) return notFound('cycle_not_found')
  if (!mayRunCycles(actor)) return forbidden('cycle_forbidden')

  return change(
    actor,
    async (change): Promise<Result<Cycle>> => {
      const held = await cycleHeld(change.tx, edit.id)
      if (held.state === 'closed' || held.state === 'cancelled') return conflict(`cycle_is_${held.state}`, held)
      return held.state === 'open' ? extend(change, held, edit) : rewrite(change, actor, held, edit)
    },
    cycleTime,
  )
}

/** Moves the closing day. The history keeps the earlier one. */
async function extend({ tx, now, record }: Change, held: Cycle, edit: Edit): Promise<Result<Cycle>> {
  const { id: _, version, closesOn = held.closesOn, ...others } = edit
  if (Object.values(others).some((value) => value !== undefined)) return conflict('cycle_is_open', held)
  if (closesOn === held.closesOn) return unchanged(held)
  if (version !== held.version) return conflict('cycle_changed', held)
  if (closesOn < held.closesOn) {
    return invalidField('closesOn', 'cycle_closes_earlier', { date: dateInWords(held.closesOn) })
  }
  if (closesOn < dayOf(now)) return invalidField('closesOn', 'cycle_closes_in_past')

  await tx.cycle.update({ where: { id: held.id }, data: { closesOn: new Date(closesOn), version: { increment: 1 } } })
  record({
    kind: 'cycle.extended',
    subjectId: held.id,
    body: { before: { closesOn: held.closesOn }, after: { closesOn } },
  })
  return ok(await cycleNow(tx, held.id))
}

async function rewrite(change: Change, actor: Actor, held: Cycle, edit: Edit): Promise<Result<Cycle>> {
  const { tx, now, record } = change
  const scope = await findCycleScope(tx, actor, edit)
  if ('ok' in scope) return scope
  const { id, version, name, asks, opensOn, closesOn } = edit
  const { before, after } = changedOf(await currentFields(tx, held), { name, asks, opensOn, closesOn, ...scope })
  if (Object.keys(after).length === 0) return unchanged(held)
  if (version !== held.version) return conflict('cycle_changed', held)
  const days = { opensOn: opensOn ?? held.opensOn, closesOn: closesOn ?? held.closesOn }
  const wrong = wrongDays(days, dayOf(now))
  if (wrong) return wrong

  await tx.cycle.update({
    where: { id },
    data: {
      ...(name !== undefined && { name }),
      ...(asks !== undefined && { asks }),
      opensOn: new Date(days.opensOn),
      closesOn: new Date(days.closesOn),
      ...(scope.documentId !== undefined && { documentId: scope.documentId }),
      version: { increment: 1 },
    },
  })
  await writeParties(tx, id, scope)
  record({ kind: 'cycle.edited', subjectId: id, body: { before, after } })
  return ok(isDue(days, now) ? await open(change, id) : await cycleNow(tx, id))
}

/** Returns a cycle with the IDs of what it asks about. */
async function currentFields(tx: Change['tx'], { id, name, asks, opensOn, closesOn }: Cycle) {
  const { documentId, organizations, groups } = await tx.cycle.findUniqueOrThrow({
    where: { id },
    select: { documentId: true, organizations: true, groups: true },
  })
  const organizationIds = organizations.map(({ organizationId }) => organizationId).sort()
  const groupIds = groups.map(({ groupId }) => groupId).sort()
  return { name, asks, opensOn, closesOn, documentId, organizationIds, groupIds }
}

type Fields = Awaited<ReturnType<typeof currentFields>>
type Changes = { [Field in keyof Fields]?: Fields[Field] | undefined }

/** Returns the fields that change, before and after. */
function changedOf(before: Fields, wanted: Changes): { before: Changes; after: Changes } {
  const changed = (Object.keys(before) as (keyof Fields)[]).filter(
    (field) => wanted[field] !== undefined && JSON.stringify(wanted[field]) !== JSON.stringify(before[field]),
  )
  const only = (values: Changes): Changes => Object.fromEntries(changed.map((field) => [field, values[field]]))
  return { before: only(before), after: only(wanted) }
}
