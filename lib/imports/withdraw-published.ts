import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { readIn, type Transaction } from '@/lib/platform/db'
import { conflict, notFound, ok, type Result, unchanged } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { timeout } from '@/lib/registration/add-document'
import type { Kind } from '@/prisma/generated/enums'
import type { ImportNow } from './import-shape'
import { importNow } from './queries'

/** `publishedAt` is an ISO 8601 moment. */
type Published = { documentId: string; publishedAt: string }
export type Removable = { id: string; key: string; title: string; kind: Kind }

/** Withdraws a published import with its document for `withdrawImport`, which has checked who may. */
export const withdrawPublished = (actor: Actor, importId: string): Promise<Result<ImportNow>> =>
  change(
    actor,
    async (change) => {
      const { tx, now } = change
      const published = await lockPublished(tx, importId)
      if (!published) {
        const there = await tx.import.count({ where: { id: importId } })
        return there > 0 ? unchanged(await importNow(tx, importId)) : notFound('import_not_found')
      }
      const recommendations = await lockRecommendations(tx, published.documentId)
      if (await isInUse(tx, published)) return conflict('import_document_in_use', await importNow(tx, importId))

      await removeAll(change, published.documentId, recommendations)
      await tx.import.update({
        where: { id: importId },
        data: { state: 'withdrawn', withdrawnAt: now, withdrawnById: actor.id, version: { increment: 1 } },
        select: { id: true },
      })
      return ok(await importNow(tx, importId))
    },
    { timeout },
  )

/** Locks a published import and its document. Nobody can add recommendations or archive it before the change ends. */
async function lockPublished(tx: Transaction, id: string): Promise<Published | undefined> {
  const [row] = await readIn<Published>(
    tx,
    'import-published',
    sql`
    select d.id as "documentId", i.published_at as "publishedAt"
    from imports i join editions e on e.id = i.edition_id join documents d on d.id = e.document_id
    where i.id = ${id}::uuid and i.state = 'published' for update of i, d`,
  )
  return row
}

/** Locks all recommendations of a document, so that nobody can assign or annotate them before the change ends. */
const lockRecommendations = (tx: Transaction, documentId: string) =>
  readIn<Removable>(
    tx,
    'recommendations-to-withdraw',
    sql`
    select id, key, title, kind from recommendations where document_id = ${documentId}::uuid
    order by id for update`,
  )

/**
 * Returns whether anybody has worked on a document since it was published. A withdrawn edition and what was removed with
 * it do not count.
 */
async function isInUse(tx: Transaction, { documentId, publishedAt }: Published) {
  const withdrawn = await tx.edition.findMany({
    where: { documentId, withdrawnAt: { not: null } },
    select: { withdrawnAt: true },
  })
  const removedAt = { notIn: withdrawn.flatMap(({ withdrawnAt }) => withdrawnAt ?? []) }
  const counts = [
    await tx.assignment.count({ where: { recommendation: { documentId } } }),
    await tx.annotation.count({ where: { paragraph: { edition: { documentId } } } }),
    await tx.recommendationLink.count({
      where: { OR: [{ recommendation: { documentId } }, { other: { documentId } }] },
    }),
    await tx.cycle.count({ where: { documentId } }),
    await tx.removedRecommendation.count({ where: { documentId, removedAt } }),
    await tx.edition.count({ where: { documentId, number: { gt: 1 }, withdrawnAt: null } }),
    await tx.document.count({ where: { id: documentId, OR: [{ archivedAt: { not: null } }, { version: { gt: 1 } }] } }),
    await tx.recommendation.count({
      where: {
        documentId,
        OR: [{ closure: { not: null } }, { version: { gt: 1 } }, { createdAt: { gt: publishedAt } }],
      },
    }),
  ]
  return counts.some((count) => count > 0)
}

async function removeAll(change: Change, documentId: string, recommendations: Removable[]) {
  const { tx, record, now } = change
  await removeMade(change, documentId, recommendations)
  await tx.document.update({ where: { id: documentId }, data: { archivedAt: now, version: { increment: 1 } } })
  const body = { before: { archived: false }, after: { archived: true } }
  record({ kind: 'document.archived', subjectId: documentId, body })
}

/** Removes the recommendations that an import made. */
export async function removeMade({ tx, record, now }: Change, documentId: string, recommendations: Removable[]) {
  await tx.recommendation.deleteMany({ where: { id: { in: recommendations.map(({ id }) => id) } } })
  const removed = recommendations.map(({ id, key, title }) => ({ id, key, title, documentId, removedAt: now }))
  await tx.removedRecommendation.createMany({ data: removed })
  for (const { id, key, title, kind } of recommendations) {
    const before = { key, title, kind }
    record({ kind: 'recommendation.removed', subjectId: id, recommendationId: id, body: { before, after: null } })
  }
}
