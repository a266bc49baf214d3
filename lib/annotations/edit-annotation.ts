import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { hashed, newSalt } from '@/lib/history/events'
import { type KeptMention, keepAnnotationMentionsSql } from '@/lib/mentions/keep-mentions'
import { readIn } from '@/lib/platform/db'
import { ExistingId, newId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { bind } from '@/lib/platform/sql'
import { Version } from '@/lib/platform/version'
import { Body, bodyWithMentions } from './body'
import { mayRevise, readersOf } from './policy'
import { type Annotation, annotationNow, findAnnotation } from './queries'

const Edit = z.strictObject({
  id: ExistingId,
  version: Version,
  body: Body,
})

/**
 * Edits the actor's own annotation. The earlier text is kept as a revision. Returns the annotation. Refusals:
 * `annotation_not_found`, `annotation_not_yours`, `annotation_withdrawn`, `annotation_erased`, `annotation_changed`.
 */
export async function editAnnotation(actor: Actor, input: unknown): Promise<Result<Annotation>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, version } = parsed.data

  const note = await findAnnotation(actor, id)
  if (!note) return notFound('annotation_not_found')

  if (!mayRevise(actor, note)) return forbidden('annotation_not_yours')

  const written = await bodyWithMentions(actor, parsed.data.body)
  if (!written.ok) return written
  const { text: body, mentioned } = written.value

  return change(actor, async ({ tx, record, now }) => {
    const { count } = await tx.annotation.updateMany({
      where: { id, version, withdrawnAt: null },
      data: { version: { increment: 1 } },
    })
    const current = await annotationNow(tx, id)
    if (count === 0) {
      if (current.withdrawnAt) return conflict('annotation_withdrawn', current)
      if (current.erasure) return conflict('annotation_erased', current)
      return current.body === body ? unchanged(current) : conflict('annotation_changed', current)
    }
    if (current.erasure) return conflict('annotation_erased', { ...current, version })
    if (current.body === body) return unchanged({ ...current, version })

    const last = await tx.annotationRevision.findFirstOrThrow({
      where: { annotationId: id },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, body: true, salt: true },
    })
    const [revision, salt] = [newId(), newSalt()]
    await tx.annotationRevision.create({
      data: { id: revision, annotationId: id, number: last.number + 1, body, salt, writtenAt: now },
    })
    const keeping = bind(keepAnnotationMentionsSql, revision, mentioned)
    const mentions = mentioned.length > 0 ? await readIn<KeptMention>(tx, 'annotation-mentions', keeping) : []
    const rewritten = {
      before: { text: hashed(last.id, last.body, last.salt) },
      after: { text: hashed(revision, body, salt), mentions },
    }
    record(
      { kind: 'annotation.edited', subjectId: id, recommendationId: note.recommendationId, body: rewritten },
      readersOf(note),
    )
    return ok({ ...current, body })
  })
}
