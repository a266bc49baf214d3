import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import type { Actor } from '@/lib/people/actor'
import { KnownId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { hearingOf, mayRevise } from './policy'
import { type Annotation, annotationNow, findAnnotation } from './queries'

const Withdraw = z.strictObject({ id: KnownId })

/** Takes one's own note back: that it was there stays, its words are no longer shown. */
export async function withdrawAnnotation(actor: Actor, input: unknown): Promise<Result<Annotation>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data

  const note = await findAnnotation(actor, id)
  if (!note) return notFound('annotation_not_found')

  if (!mayRevise(actor, note)) return forbidden('annotation_not_yours')

  return change(actor, async (tx, record, now) => {
    const { count } = await tx.annotation.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: now, version: { increment: 1 } },
    })
    const current = await annotationNow(tx, id)
    if (count === 0) return unchanged(current)

    record({
      kind: 'annotation.withdrawn',
      subjectId: id,
      recommendationId: note.recommendationId,
      ...hearingOf(note),
      body: { before: { withdrawn: false }, after: { withdrawn: true } },
    })
    return ok(current)
  })
}
