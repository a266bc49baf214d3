import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { db } from '@/lib/platform/db'
import { KnownCode } from './details'

/** Returns the code and the title of a document that the actor may see and that is not archived. */
export async function findDocumentTitle(actor: Actor, code: string) {
  const where = { code: KnownCode.parse(code), archivedAt: null, AND: visibleDocuments(actor) }
  return (await db.document.findFirst({ where, select: { code: true, title: true } })) ?? undefined
}
