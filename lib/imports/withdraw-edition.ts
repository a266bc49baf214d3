import 'server-only'
import { currentEdition, currentEditionOf } from '@/lib/documents/editions'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { readIn, type Transaction } from '@/lib/platform/db'
import { conflict, ok, type Result, unchanged } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { timeout } from '@/lib/registration/add-document'
import type { ImportNow } from './import-shape'
import { orderRecommendations } from './order-recommendations'
import { importNow } from './queries'
import { type Removable, removeMade } from './withdraw-published'

type Published = { documentId: string; editionId: string; number: number; current: boolean; archived: boolean }

/**
 * Withdraws a published edition for `withdrawImport`, which has checked who may: the document shows the edition before
 * again, and the recommendations that were made from this one are removed.
 */
export const withdrawEdition = (actor: Actor, importId: string): Promise<Result<ImportNow>> =>
  change(
    actor,
    async (change) => {
      const { tx, now, record } = change
      const published = await lockEdition(tx, importId)
      if (!published) return unchanged(await importNow(tx, importId))
      const { documentId, editionId, number } = published
      const made = await lockMade(tx, editionId)
      if (await isInUse(tx, published, made)) return conflict('edition_in_use', await importNow(tx, importId))

      await removeMade(change, documentId, made)
      await tx.edition.update({ where: { id: editionId }, data: { withdrawnAt: now }, select: { id: true } })
      await orderRecommendations(tx, documentId, await currentEditionOf(tx, documentId))
      await tx.import.update({
        where: { id: importId },
        data: { state: 'withdrawn', withdrawnAt: now, withdrawnById: actor.id, version: { increment: 1 } },
        select: { id: true },
      })
      const body = { before: { number }, after: { id: editionId, withdrawn: true as const } }
      record({ kind: 'document.edition_withdrawn', subjectId: documentId, body })
      return ok(await importNow(tx, importId))
    },
    { timeout },
  )

/** Locks a published import and its document, so that no other edition can be published before the change ends. */
async function lockEdition(tx: Transaction, id: string): Promise<Published | undefined> {
  const [row] = await readIn<Published>(
    tx,
    'edition-to-withdraw',
    sql`
    select d.id as "documentId", e.id as "editionId", e.number, e.id = ${raw(currentEdition('d.id'))} as current,
      d.archived_at is not null as archived
    from imports i join editions e on e.id = i.edition_id join documents d on d.id = e.document_id
    where i.id = ${id}::uuid and i.state = 'published' for update of i, d`,
  )
  return row
}

type Made = Removable & { worked: boolean }

/** Locks the recommendations that were made from an edition, so that nobody can assign or annotate them. */
const lockMade = (tx: Transaction, editionId: string) =>
  readIn<Made>(
    tx,
    'edition-made',
    sql`
    select r.id, r.key, r.title, r.kind,
      r.closure is not null or r.version > 1 or r.created_at > e.published_at as worked
    from recommendations r join paragraphs p on p.id = r.paragraph_id join editions e on e.id = p.edition_id
    where e.id = ${editionId}::uuid order by r.id for update of r`,
  )

/** Returns whether anybody has worked with an edition, or a later one stands on it. */
async function isInUse(tx: Transaction, { editionId, current, archived }: Published, made: readonly Made[]) {
  if (!current || archived || made.some(({ worked }) => worked)) return true
  const ids = { in: made.map(({ id }) => id) }
  const counts = [
    await tx.assignment.count({ where: { recommendationId: ids } }),
    await tx.recommendationLink.count({ where: { OR: [{ recommendationId: ids }, { otherId: ids }] } }),
    await tx.annotation.count({ where: { paragraph: { editionId } } }),
  ]
  return counts.some((count) => count > 0)
}
