import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReasonIfGiven } from '@/lib/history/reasons'
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
import { writtenText } from '@/lib/platform/text'
import { mayRevise, mayWithdraw, readersOf } from './policy'
import { type Annotation, annotationNow, findAnnotation } from './queries'

const Withdraw = z.strictObject({
  id: ExistingId,
  /** Required if someone else wrote the annotation. */
  reason: writtenText('reason_missing', 2000).optional(),
})

/**
 * Withdraws an annotation. Pages still show that it existed, but no longer its text or its earlier revisions.
 * Coordinators and administrators can withdraw those of others, with a reason. Returns the annotation. Refusals:
 * `annotation_not_found`, `annotation_not_yours`, and `annotation_withdrawn_before` if it was withdrawn with another
 * reason or with none.
 */
export async function withdrawAnnotation(actor: Actor, input: unknown): Promise<Result<Annotation>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, reason } = parsed.data

  const note = await findAnnotation(actor, id)
  if (!note) return notFound('annotation_not_found')

  if (!mayWithdraw(actor, note)) return forbidden('annotation_not_yours')
  if (reason === undefined && !mayRevise(actor, note)) return invalidField('reason', 'reason_missing')

  return change(actor, async (change) => {
    const { tx, record, now } = change
    const kept = await keepReasonIfGiven(change, actor, reason)
    const { count } = await tx.annotation.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawalReasonId: kept?.id ?? null, version: { increment: 1 } },
    })
    const current = await annotationNow(tx, id)
    if (count === 0) {
      const before = await tx.annotation.findUnique({ where: { id }, select: { withdrawalReason: true } })
      const same = reason === undefined || before?.withdrawalReason?.text === reason
      return same ? unchanged(current) : conflict('annotation_withdrawn_before', current)
    }

    const withdrawn = {
      before: { withdrawn: false },
      after: { withdrawn: true, ...(kept && { reason: kept }) },
    } as const
    record(
      { kind: 'annotation.withdrawn', subjectId: id, recommendationId: note.recommendationId, body: withdrawn },
      readersOf(note),
    )
    return ok(current)
  })
}
