import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { isRepeatedDecision } from '@/lib/history/repeated-request'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { Closure } from '@/prisma/generated/enums'
import { mayAssign } from './policy'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from './queries'

const Close = z.strictObject({
  id: ExistingId,
  closure: z.enum(Closure, 'closure_missing'),
  reason: writtenText('reason_missing', 2000),
})

/**
 * Closes an assignment without full action, with a reason. Returns the assignment. Refusals: `assignment_not_found`,
 * `assign_forbidden`, `assignment_closed`.
 */
export async function closeAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Close.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, closure, reason } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const { tx, record } = change
    const before = await assignmentHeld(tx, id)
    if (!before) return notFound('assignment_not_found')
    if (before.closure) {
      const again = before.closure === closure && (await isRepeatedDecision(tx, actor, 'assignment.closed', id, reason))
      return again ? unchanged(before) : conflict('assignment_closed', before)
    }

    const kept = await keepReason(change, actor, reason)
    await tx.assignment.update({
      where: { id },
      data: { closure, closureReasonId: kept.id, version: { increment: 1 } },
      select: { id: true },
    })
    record({
      kind: 'assignment.closed',
      subjectId: id,
      recommendationId: found.recommendationId,
      body: { before: { closure: null }, after: { closure, reason: kept } },
    })
    return ok(await assignmentThere(tx, id))
  })
}
