import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { ExistingId, newId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { isLastAnswer } from './answers'
import { mayAssign } from './policy'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from './queries'
import { holdOrganizationOf, refusesWorkOn } from './refuses-work'

const AskAgain = z.strictObject({
  assignmentId: ExistingId,
  version: Version,
  /** What the organization should consider again. */
  reason: writtenText('reason_missing', 2000).optional(),
})

/**
 * Asks an organization that did not accept a recommendation for its position again. Its earlier answers are kept.
 * Returns the assignment. Refusals: `assignment_not_found`, `assign_forbidden`, `position_not_refused`,
 * `assignment_closed`, `assignment_changed`, `assignment_organization_archived`, `assignment_organization_merged`,
 * `recommendation_closed`, `document_archived`.
 */
export async function askAgain(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = AskAgain.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { assignmentId, version, reason } = parsed.data

  const found = await findAssignment(actor, assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const { tx } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const held = await assignmentHeld(tx, assignmentId)
    if (!held) return notFound('assignment_not_found')
    if (await isLastAnswer(tx, actor, { assignmentId, position: 'pending', reason })) return unchanged(held)
    const refused = await refusesWorkOn(tx, found.recommendationId, held, outOfUse)
    if (refused) return refused
    if (held.closure) return conflict('assignment_closed', held)
    if (held.position !== 'not_accepted') return conflict('position_not_refused', held)
    if (held.version !== version) return conflict('assignment_changed', held)

    await write(change, actor, reason, { recommendationId: found.recommendationId, held })
    return ok(await assignmentThere(tx, assignmentId))
  })
}

type Of = { recommendationId: string; held: Assignment }

async function write(change: Change, actor: Actor, text: string | undefined, { recommendationId, held }: Of) {
  const { tx, now, record } = change
  const reason = await keepReasonIfGiven(change, actor, text)
  const [id, reasonId] = [newId(), reason?.id ?? null]
  await tx.answer.create({
    data: { id, assignmentId: held.id, position: 'pending', reasonId, authorId: actor.id, writtenAt: now },
  })
  await tx.assignment.update({
    where: { id: held.id },
    data: { position: 'pending', positionReasonId: reasonId, version: { increment: 1 } },
    select: { id: true },
  })
  record({
    kind: 'assignment.asked_again',
    subjectId: held.id,
    recommendationId,
    body: {
      before: { position: held.position },
      after: { position: 'pending', answerId: id, ...(reason && { reason }) },
    },
  })
}
