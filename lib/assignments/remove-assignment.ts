import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { db, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { mayAssign } from './policy'
import { type Assignment, assignmentHeld, findAssignment, removedAssignment } from './queries'

const Remove = z.strictObject({ id: ExistingId })

/**
 * Removes an assignment that was made by mistake and has no work. Returns the assignment as it was before.
 * Refusals: `assignment_not_found`, `assign_forbidden`, `assignment_has_work`.
 */
export async function removeAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Remove.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return mayAssign(actor) ? removedBefore(db, id) : notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async ({ tx, record }) => {
    // The lock keeps a report from coming between the check and the removal.
    const before = await assignmentHeld(tx, id)
    if (!before) return removedBefore(tx, id)
    const reports = await tx.progressReport.count({ where: { assignmentId: id } })
    const requests = await tx.dateChange.count({ where: { assignmentId: id, kind: 'requested' } })
    const answers = await tx.answer.count({ where: { assignmentId: id } })
    const actions = await tx.action.count({ where: { assignmentId: id } })
    const evidence = await tx.evidence.count({ where: { assignmentId: id } })
    const drafts = await tx.reportDraft.count({ where: { assignmentId: id } })
    const work = reports + requests + answers + actions + evidence + drafts
    if (work > 0 || before.closure) return conflict('assignment_has_work', before)
    const row = await tx.assignment.delete({ where: { id } })

    const { organizationId, viaGroupId, ownerId, role } = row
    const dueOn = row.dueOn?.toISOString().slice(0, 10) ?? null
    record({
      kind: 'assignment.removed',
      subjectId: id,
      recommendationId: row.recommendationId,
      body: { before: { organizationId, viaGroupId, ownerId, dueOn, role }, after: null },
    })
    return ok(before)
  })
}

/** Returns an assignment that was removed before, so that a double click succeeds. */
async function removedBefore(tx: Transaction, id: string) {
  const removed = await removedAssignment(tx, id)
  return removed ? unchanged(removed) : notFound('assignment_not_found')
}
