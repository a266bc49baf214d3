import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { readIn, type Transaction } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { KnownName } from '@/lib/platform/text'
import type { Closure, Kind } from '@/prisma/generated/enums'
import { findRecommendation } from './find'
import { findRemoved, type Removed } from './find-removed'
import { mayRemove } from './policy'
import { recommendationNow } from './queries'

const Remove = z.strictObject({ key: KnownName })

/**
 * Removes a recommendation that was added by mistake and has no assignment, no annotation, no link and no closure. Its key is
 * never used again. Returns the removed recommendation, also if it was removed before. Refusals:
 * `recommendation_not_found`, `recommendation_forbidden`, `document_archived`, `recommendation_has_work`.
 */
export async function removeRecommendation(actor: Actor, input: unknown): Promise<Result<Removed>> {
  const parsed = Remove.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) {
    const removed = mayRemove(actor) ? await findRemoved(actor, key) : undefined
    return removed ? unchanged(removed) : notFound('recommendation_not_found')
  }

  if (!mayRemove(actor)) return forbidden('recommendation_forbidden')

  const { id } = recommendation
  return change(actor, async ({ tx, record, now }) => {
    const row = await locked(tx, id)
    if (!row) return notFound('recommendation_not_found')
    if (row.archived) return conflict('document_archived', await recommendationNow(tx, id))
    if (await hasWork(tx, row)) return conflict('recommendation_has_work', await recommendationNow(tx, id))

    await tx.recommendation.delete({ where: { id } })
    const { title, kind, documentId } = row
    const { document } = await tx.removedRecommendation.create({
      data: { id, key, documentId, title, removedAt: now },
      select: { document: { select: { code: true } } },
    })
    record({
      kind: 'recommendation.removed',
      subjectId: id,
      recommendationId: id,
      body: { before: { key, title, kind }, after: null },
    })
    return ok({ key, title, document: document.code, removedAt: now.toISOString(), withdrawn: null })
  })
}

type Locked = { id: string; title: string; kind: Kind; documentId: string; closure: Closure | null; archived: boolean }

/** Returns a recommendation and locks it, so that nobody can assign or annotate it before the transaction ends. */
async function locked(tx: Transaction, id: string): Promise<Locked | undefined> {
  const rows = await readIn<Locked>(
    tx,
    'recommendation-to-remove',
    sql`
    select r.id, r.title, r.kind, r.document_id as "documentId", r.closure, d.archived_at is not null as archived
    from recommendations r join documents d on d.id = r.document_id
    where r.id = ${id}::uuid for update of r for share of d`,
  )
  return rows[0]
}

async function hasWork(tx: Transaction, { id, closure }: Locked) {
  if (closure) return true
  const assignments = await tx.assignment.count({ where: { recommendationId: id } })
  const links = await tx.recommendationLink.count({ where: { OR: [{ recommendationId: id }, { otherId: id }] } })
  return assignments + links > 0 || (await tx.annotation.count({ where: { recommendationId: id } })) > 0
}
