import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { isRepeatedDecision } from '@/lib/history/repeated-request'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { mayAssign } from './policy'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from './queries'
import { holdOrganizationOf } from './refuses-work'

const Reopen = z.strictObject({ id: ExistingId, reason: writtenText('reason_missing', 2000) })

/**
 * Reopens a closed assignment, with a reason. Returns the assignment. Refusals: `assignment_not_found`,
 * `assign_forbidden`, `assignment_not_closed`, `assignment_organization_archived`, `assignment_organization_merged`,
 * `document_archived`.
 */
export async function reopenAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Reopen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, reason } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const { tx, record } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const before = await assignmentHeld(tx, id)
    if (!before) return notFound('assignment_not_found')
    const { closure } = before
    if (!closure) {
      const again = await isRepeatedDecision(tx, actor, 'assignment.reopened', id, reason)
      return again ? unchanged(before) : conflict('assignment_not_closed', before)
    }
    const refused = await outOfUse(before)
    if (refused) return refused
    const inArchived = { id: found.recommendationId, document: { archivedAt: { not: null } } }
    if ((await tx.recommendation.count({ where: inArchived })) > 0) return conflict('document_archived', before)

    await tx.assignment.update({
      where: { id },
      data: { closure: null, closureReasonId: null, version: { increment: 1 } },
      select: { id: true },
    })
    record({
      kind: 'assignment.reopened',
      subjectId: id,
      recommendationId: found.recommendationId,
      body: {
        before: { closure },
        after: { closure: null, reason: await keepReason(change, actor, reason) },
      },
    })
    return ok(await assignmentThere(tx, id))
  })
}
