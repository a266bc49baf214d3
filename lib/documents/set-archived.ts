import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { change } from '@/lib/history/change'
import { archivedWithWork, holdResponsible } from '@/lib/organizations/archived-with-work'
import { db, type Transaction } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownCode } from './details'
import { mayKeepDocuments } from './policy'

const Which = z.strictObject({ code: KnownCode })

export type DocumentNow = { code: string; title: string; archivedAt?: string; version: number }

/** Archives or restores a document. Changes nothing if it is in that state already. */
export async function setArchived(actor: Actor, input: unknown, archived: boolean): Promise<Result<DocumentNow>> {
  const parsed = Which.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const document = await db.document.findFirst({
    where: { code: parsed.data.code, AND: visibleDocuments(actor) },
    select: { id: true },
  })
  if (!document) return notFound('document_not_found')

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const { id } = document
  return change(actor, async ({ tx, record, now }) => {
    const refused = archived ? undefined : await refusesRestoring(tx, id)
    if (refused) return refused

    const { count } = await tx.document.updateMany({
      where: { id, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? now : null, version: { increment: 1 } },
    })
    if (count === 0) return unchanged(await documentNow(tx, id))

    record({
      kind: archived ? 'document.archived' : 'document.restored',
      subjectId: id,
      body: { before: { archived: !archived }, after: { archived } },
    })
    return ok(await documentNow(tx, id))
  })
}

/**
 * Refuses to restore a document in which archived organizations have open work, because that work would be out of
 * sight.
 */
async function refusesRestoring(tx: Transaction, id: string) {
  await holdResponsible(tx, { documentId: id })
  const before = await documentNow(tx, id)
  const outOfUse = before.archivedAt && (await archivedWithWork(tx, { documentId: id }))
  return outOfUse ? conflict('document_organizations_archived', before, outOfUse) : undefined
}

async function documentNow(tx: Transaction, id: string): Promise<DocumentNow> {
  const { archivedAt, ...row } = await tx.document.findUniqueOrThrow({
    where: { id },
    select: { code: true, title: true, archivedAt: true, version: true },
  })
  return { ...row, ...(archivedAt && { archivedAt: archivedAt.toISOString() }) }
}
