import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { mayRelease, readersOf } from './policy'
import { findEvidence } from './queries'

const Release = z.strictObject({ id: ExistingId })

type Released = { id: string; assignmentId: string }

/**
 * Releases a file that could not be scanned, so that people can open it. For administrators. Refusals:
 * `evidence_not_found`, `evidence_release_forbidden`, `evidence_not_held`.
 */
export async function releaseEvidence(actor: Actor, input: unknown): Promise<Result<Released>> {
  const parsed = Release.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data

  const found = await findEvidence(actor, id)
  if (!found) return notFound('evidence_not_found')

  if (!mayRelease(actor)) return forbidden('evidence_release_forbidden')
  const { evidence, assignmentId, organizationId, recommendationId } = found

  if (evidence.kind === 'link' || evidence.withdrawn) return conflict('evidence_not_held', { id, scan: evidence.scan })

  return change(actor, async ({ tx, record }) => {
    const { count } = await tx.evidence.updateMany({ where: { id, scan: 'held' }, data: { scan: 'not_scanned' } })
    if (count === 0) {
      const { scan } = await tx.evidence.findUniqueOrThrow({ where: { id }, select: { scan: true } })
      return scan === 'not_scanned' ? unchanged({ id, assignmentId }) : conflict('evidence_not_held', { id, scan })
    }
    record(
      {
        kind: 'assignment.evidence_released',
        subjectId: assignmentId,
        recommendationId,
        body: { before: null, after: { evidenceId: id } },
      },
      readersOf(evidence, organizationId),
    )
    return ok({ id, assignmentId })
  })
}
