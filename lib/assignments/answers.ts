import 'server-only'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import type { Position } from '@/prisma/generated/enums'

type Answer = {
  assignmentId: string
  position: Position
  reason?: string | undefined
  answeredOn?: string | undefined
}

/**
 * Returns whether the last answer of an assignment, or the last time when its organization was asked again, is this one
 * by the same person. The request is then a double click or a retry.
 */
export async function isLastAnswer(tx: Transaction, actor: { id: string }, answer: Answer) {
  const last = await tx.answer.findFirst({
    where: { assignmentId: answer.assignmentId },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    include: { reason: { select: { text: true } } },
  })
  if (last?.authorId !== actor.id || last.position !== answer.position || last.reason?.text !== answer.reason)
    return false
  return !last.answeredOn || last.answeredOn.toISOString().startsWith(answer.answeredOn ?? dayOf(last.writtenAt))
}
