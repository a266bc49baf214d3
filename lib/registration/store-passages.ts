import 'server-only'
import { numberedParagraphs } from '@/lib/documents/numbered-paragraphs'
import type { Change } from '@/lib/history/change'
import { freeKey } from '@/lib/keys/free-keys'
import { newId } from '@/lib/platform/id'
import { cut } from '@/lib/reading/sentences'
import { additionOf } from '@/lib/recommendations/add-recommendation'
import type { Kind } from '@/prisma/generated/enums'
import { addresseeRows } from './store-document'
import { insertAddressees, insertRecommendations } from './store-rows'

type Passage = {
  paragraphId: string
  start: number
  end: number
  title: string
  kind: Kind
  themes: readonly string[]
  addressees: readonly { words: string; organizationId?: string | undefined }[]
}

/**
 * Writes recommendations into paragraphs that a document has. Returns their IDs, in the order in which they were given. The
 * document must be locked, and the passages must be within their paragraphs and free.
 */
export async function storePassages(
  { tx, record, now }: Change,
  document: { id: string; code: string },
  passages: readonly Passage[],
): Promise<string[]> {
  const paragraphs = new Map(
    (await numberedParagraphs(tx, document.id, { id: { in: passages.map(({ paragraphId }) => paragraphId) } })).map(
      (one) => [one.id, one],
    ),
  )
  const ids: string[] = []
  for (const { paragraphId, start, end, title, kind, themes, addressees } of passages) {
    const paragraph = paragraphs.get(paragraphId)
    if (!paragraph) throw new Error('A paragraph of a document has gone.')
    const id = newId()
    const key = await freeKey(tx, document.code, paragraph, start)
    const quote = cut(paragraph.text, { start, end })
    const place = { documentId: document.id, paragraphId, ordinal: paragraph.ordinal, start, end, quote }
    await insertRecommendations(tx, [{ ...place, id, key, title, kind, themes: [...themes], createdAt: now }])
    await insertAddressees(tx, addresseeRows(id, addressees))
    record(additionOf({ id, key, title, kind }, place, themes, addressees))
    ids.push(id)
  }
  return ids
}
