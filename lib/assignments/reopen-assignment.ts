import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { sentBefore } from '@/lib/history/sent-before'
import type { Actor } from '@/lib/people/actor'
import { keepReason } from '@/lib/people/reasons'
import { KnownId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { mayAssign } from './policy'
import { type Assignment, assignmentNow, findAssignment } from './queries'

const Reopen = z.strictObject({ id: KnownId, reason: writtenText('reason_missing', 2000) })

/** Takes a closure back, with the reason: the assignment stands as it did before. Answers the assignment. */
export async function reopenAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Reopen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, reason } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (tx, record, now) => {
    const closure = (await assignmentNow(tx, id))?.closure
    const { count } = await tx.assignment.updateMany({
      where: { id, closure: closure ?? { not: null } },
      data: { closure: null, closureReasonId: null, version: { increment: 1 } },
    })
    const current = await assignmentNow(tx, id)
    if (!current) return notFound('assignment_not_found')
    if (count === 0 || !closure) {
      const again = await sentBefore(tx, actor, 'assignment.reopened', id, reason)
      return again ? unchanged(current) : conflict('assignment_not_closed', current)
    }

    record({
      kind: 'assignment.reopened',
      subjectId: id,
      recommendationId: found.recommendationId,
      audience: 'internal',
      body: {
        before: { closure },
        after: { closure: null, reason: await keepReason(tx, actor, reason, now) },
      },
    })
    return ok(current)
  })
}
