import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { db } from '@/lib/platform/db'

export type Removed = { key: string; title: string; document: string; removedAt: string }

/** Returns a removed recommendation of a document that the actor may see. */
export async function findRemoved(actor: Actor, key: string): Promise<Removed | undefined> {
  const row = await db.removedRecommendation.findFirst({
    where: { key, document: visibleDocuments(actor) },
    select: { title: true, removedAt: true, document: { select: { code: true } } },
  })
  return row
    ? { key, title: row.title, document: row.document.code, removedAt: row.removedAt.toISOString() }
    : undefined
}
