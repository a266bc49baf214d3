import type { Transaction } from '@/lib/platform/db'
import { type Numbered, pathsOf } from '@/lib/reading/paragraph-paths'
import type { Prisma } from '@/prisma/generated/client'
import { currentEditionOf } from './editions'

/** A paragraph with its parents and its part of a key. */
export type NumberedParagraph = Numbered & { id: string; text: string; path: string }

/** Returns those paragraphs of the current edition of a document that meet a condition, each with its parents and its part of a key. */
export async function numberedParagraphs(
  tx: Transaction,
  documentId: string,
  where: Prisma.ParagraphWhereInput,
): Promise<NumberedParagraph[]> {
  const edition = { id: await currentEditionOf(tx, documentId) }
  const rows = await tx.paragraph.findMany({
    where: { edition },
    select: { id: true, ordinal: true, label: true, parentId: true, section: true },
    orderBy: { ordinal: 'asc' },
  })
  const byId = new Map<string, Numbered>()
  for (const { id, ordinal, label, parentId, section } of rows) {
    byId.set(id, { ordinal, label, section, parent: (parentId === null ? undefined : byId.get(parentId)) ?? null })
  }
  const pathIn = pathsOf(byId.values())
  const wanted = await tx.paragraph.findMany({
    where: { edition, AND: where },
    select: { id: true, text: true },
    orderBy: { ordinal: 'asc' },
  })
  return wanted.flatMap(({ id, text }) => {
    const numbered = byId.get(id)
    return numbered ? [{ ...numbered, id, text, path: pathIn(numbered) }] : []
  })
}
