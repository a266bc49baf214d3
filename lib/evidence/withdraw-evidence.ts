import 'server-only'
import { z } from 'zod'
import { mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { readersOf } from './policy'
import { findEvidence } from './queries'

const Withdraw = z.strictObject({ id: ExistingId, reason: writtenText('reason_missing', 2000) })

type Withdrawn = { id: string; assignmentId: string }

/**
 * Withdraws evidence, with the reason. Its title, its hash and the reason stay, and reports that name it keep naming it.
 * Its content is no longer given to anyone. Refusals: `evidence_not_found`, `evidence_forbidden`, and
 * `evidence_withdrawn_before` if it was withdrawn with another reason.
 */
export async function withdrawEvidence(actor: Actor, input: unknown): Promise<Result<Withdrawn>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, reason } = parsed.data

  const found = await findEvidence(actor, id)
  if (!found) return notFound('evidence_not_found')

  if (!mayReportOn(actor, found)) return forbidden('evidence_withdrawal_forbidden')
  const { evidence, assignmentId, organizationId, recommendationId } = found

  return change(actor, async (change) => {
    const { tx, record, now } = change
    const kept = await keepReason(change, actor, reason)
    const { count } = await tx.evidence.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnById: actor.id, withdrawalReasonId: kept.id },
    })
    if (count === 0) {
      const before = await tx.evidence.findUnique({ where: { id }, select: { withdrawalReason: true } })
      const same = before?.withdrawalReason?.text === reason
      return same ? unchanged({ id, assignmentId }) : conflict('evidence_withdrawn_before', { id, assignmentId })
    }
    record(
      {
        kind: 'assignment.evidence_withdrawn',
        subjectId: assignmentId,
        recommendationId,
        body: { before: null, after: { evidenceId: id, reason: kept } },
      },
      readersOf(evidence, organizationId),
    )
    return ok({ id, assignmentId })
  })
}
