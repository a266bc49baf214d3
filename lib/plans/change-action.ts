import 'server-only'
import { z } from 'zod'
import { answersFor, mayReportOn } from '@/lib/assignments/policy'
import { assignmentHeld } from '@/lib/assignments/queries'
import { holdOrganizationOf, refusesWorkOn } from '@/lib/assignments/refuses-work'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { wholeNumber } from '@/lib/platform/whole-number'
import { ActionState } from '@/prisma/generated/enums'
import { Day, fieldsAfter, fieldsOf, Responsible, Title, wrongDates } from './action-fields'
import { type Action, actionThere, findAction, planNow, type StoredAction, shapeOf } from './queries'
import { writeFields } from './write-fields'

const ChangeAction = z.strictObject({
  id: ExistingId,
  version: Version,
  title: Title.optional(),
  /** Null for nobody. */
  responsible: Responsible.nullable().optional(),
  /** Null for no date. */
  startsOn: Day.nullable().optional(),
  dueOn: Day.nullable().optional(),
  state: z.enum(ActionState, 'action_state_missing').optional(),
  /** Only of a step that is done. Today if it is left out. */
  doneOn: Day.nullable().optional(),
  /** The place in the plan to which the step moves, counted from 1. */
  position: wholeNumber('place_unreadable', 1, 100).optional(),
})

/**
 * Changes a step of a plan, or moves it to another place. Returns the step. Refusals: `action_not_found`,
 * `report_forbidden`, `action_changed`, `assignment_closed`, `assignment_organization_archived`,
 * `assignment_organization_merged`, `recommendation_closed`, `document_archived`.
 */
export async function changeAction(actor: Actor, input: unknown): Promise<Result<Action>> {
  const parsed = ChangeAction.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, version, position, ...changes } = parsed.data

  const found = await findAction(actor, id)
  if (!found) return notFound('action_not_found')

  if (!mayReportOn(actor, found)) return forbidden('report_forbidden', { organization: found.organization })

  return change(actor, async (change) => {
    const { tx, now } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const held = await assignmentHeld(tx, found.assignmentId)
    const plan = await planNow(tx, found.assignmentId)
    const before = plan.find((one) => one.id === id)
    if (!held || !before) return notFound('action_not_found')
    const today = dayOf(now)
    const after = fieldsAfter(fieldsOf(before), changes, today)
    const place = Math.min(position ?? before.position, plan.length)
    if (isSame(before, after, place)) return unchanged(shapeOf(before))
    const refused = await refusesWorkOn(tx, found.recommendationId, held, outOfUse)
    if (refused) return refused
    if (held.closure) return conflict('assignment_closed', held)
    if (before.version !== version) return conflict('action_changed', shapeOf(before))
    const wrong = wrongDates(after, today)
    if (wrong) return wrong

    await moveOthers(tx, plan, before, place)
    const context = { assignmentId: held.id, recommendationId: found.recommendationId }
    await writeFields(change, actor, { before, after, place, onBehalf: !answersFor(actor, found), ...context })
    return ok(await actionThere(tx, held.id, id))
  })
}

const isSame = (before: StoredAction, after: ReturnType<typeof fieldsOf>, place: number) =>
  place === before.position && JSON.stringify(fieldsOf(before)) === JSON.stringify(after)

/** Makes room for a step at its new place. */
async function moveOthers(tx: Transaction, plan: StoredAction[], moved: StoredAction, place: number) {
  const others = plan.filter(({ id }) => id !== moved.id)
  const ordered = [...others.slice(0, place - 1), moved, ...others.slice(place - 1)]
  for (const [at, { id, position }] of ordered.entries()) {
    if (id !== moved.id && position !== at + 1) {
      await tx.action.update({ where: { id }, data: { position: at + 1 }, select: { id: true } })
    }
  }
}
