import 'server-only'
import type { Change } from '@/lib/history/change'
import type { NewEvent } from '@/lib/history/events'
import { freeKeysOf } from '@/lib/keys/free-keys'
import { newId } from '@/lib/platform/id'
import { cutter } from '@/lib/reading/sentences'
import { additionOf } from '@/lib/recommendations/add-recommendation'
import type { Kind } from '@/prisma/generated/enums'
import { insertAddressees, insertParagraphs, insertRecommendations } from './store-rows'

export type DocumentToStore = {
  id: string
  code: string
  title: string
  symbol?: string | undefined
  body?: string | undefined
  /** YYYY-MM-DD */
  dated?: string | undefined
  place?: string | undefined
  language?: string | undefined
  distribution?: string | undefined
  jobNumber?: string | undefined
  /** The hash of the request, which identifies it if it is sent again. */
  sent?: string | undefined
  /** In the order of the text. `parent` is the place of the parent paragraph, counted from 0. */
  paragraphs: readonly ParagraphToStore[]
  /** `paragraph` is a place, counted from 0. The offsets are in code points of its text. */
  recommendations: readonly RecommendationToStore[]
}

type ParagraphToStore = {
  label: string
  text: string
  heading?: string | undefined
  parent?: number | undefined
  section?: string | undefined
  page?: number | undefined
  /** The marks of notes that were removed from the text. `at` is in its code points. */
  notes?: readonly { at: number; mark: string; text?: string | undefined }[] | undefined
}

type RecommendationToStore = {
  paragraph: number
  start: number
  end: number
  title: string
  kind: Kind
  themes?: readonly string[] | undefined
  addressees?:
    | readonly { words: string; organizationId?: string | undefined; groupId?: string | undefined }[]
    | undefined
}

/** What was stored: the edition, and the IDs of the recommendations, in the order in which they were given. */
export type StoredEdition = { editionId: string; recommendationIds: string[] }

/**
 * Writes a document with its first edition, its paragraphs and its recommendations with their keys. The input must be
 * valid: parents before their parts, spans within their paragraphs.
 */
export async function storeDocument(change: Change, document: DocumentToStore): Promise<StoredEdition> {
  const { tx, record, now } = change
  const { id, code, title, dated } = document
  const { symbol = null, body = null, place = null, language = 'en', distribution = null, jobNumber = null } = document
  const particulars = { symbol, body, place, language, distribution, jobNumber, dated: dated ? new Date(dated) : null }
  await tx.document.create({ data: { id, code, title, ...particulars, createdAt: now } })
  record(addition(document))
  return storeEdition(change, document, 1)
}

/** Writes an edition of a document with its paragraphs, and the recommendations that are made from it. */
export async function storeEdition(change: Change, document: Further, number: number): Promise<StoredEdition> {
  const { tx, now } = change
  const edition = await tx.edition.create({ data: { id: newId(), documentId: document.id, number, publishedAt: now } })
  const recommendationIds = await storeParagraphs(change, document, { editionId: edition.id, before: 0 })
  return { editionId: edition.id, recommendationIds }
}

type Further = Pick<DocumentToStore, 'id' | 'code' | 'paragraphs' | 'recommendations'>

/**
 * Writes paragraphs of a document after the `before` that it has, and the recommendations in them with their keys. Returns
 * the IDs of the recommendations, in the order in which they were given.
 */
export async function storeParagraphs(
  change: Change,
  document: Further,
  { editionId, before }: { editionId: string; before: number },
): Promise<string[]> {
  const { paragraphs } = document
  const ids = paragraphs.map(() => newId())
  const rows = paragraphs.map(({ label, text, heading, parent, section, page, notes }, place) => ({
    id: ids[place] ?? newId(),
    editionId,
    ordinal: before + place + 1,
    label,
    text,
    heading: heading ?? null,
    parentId: (parent === undefined ? null : ids[parent]) ?? null,
    section: section ?? null,
    page: page ?? null,
    notes: notes ?? null,
  }))
  await insertParagraphs(change.tx, rows)
  return storeRecommendations(change, document, ids, before)
}

/** Returns the event for a document that was added. */
export function addition({ id, code, title, paragraphs, recommendations, sent }: DocumentToStore): NewEvent {
  const counts = { paragraphs: paragraphs.length, recommendations: recommendations.length }
  return {
    kind: 'document.added',
    subjectId: id,
    body: { before: null, after: { code, title, ...counts, ...(sent && { sent }) } },
  }
}

async function storeRecommendations(
  { tx, record, now }: Change,
  { id: documentId, code, paragraphs, recommendations }: Further,
  paragraphIds: string[],
  before: number,
) {
  const inOrder = [...recommendations].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start)
  const cutters = new Map<number, ReturnType<typeof cutter>>()
  const keys = await freeKeysOf(tx, { code, paragraphs, before }, inOrder)
  const idOf = new Map(recommendations.map((one) => [one, newId()]))
  const rows = inOrder.map((recommendation, index) => {
    const { paragraph: place, start, end, title, kind, themes = [], addressees = [] } = recommendation
    const paragraph = paragraphs[place]
    const paragraphId = paragraphIds[place]
    const key = keys[index]
    if (!paragraph || !paragraphId || !key) throw new Error(`There is no paragraph ${place}.`)
    const cut = cutters.get(place) ?? cutter(paragraph.text)
    cutters.set(place, cut)
    const quote = cut({ start, end })
    const row = {
      documentId,
      paragraphId,
      ordinal: before + place + 1,
      start,
      end,
      quote,
      title,
      kind,
      themes: [...themes],
    }
    return { row: { id: idOf.get(recommendation) ?? newId(), key, ...row, createdAt: now }, addressees }
  })

  await insertRecommendations(
    tx,
    rows.map(({ row }) => row),
  )
  await insertAddressees(
    tx,
    rows.flatMap(({ row, addressees }) => addresseeRows(row.id, addressees)),
  )
  for (const { row, addressees } of rows) record(additionOf(row, row, row.themes, addressees))
  return [...idOf.values()]
}

/** Returns the rows of the addressees of a recommendation, in their order. */
export const addresseeRows = (
  recommendationId: string,
  addressees: readonly { words: string; organizationId?: string | undefined; groupId?: string | undefined }[],
) =>
  addressees.map(({ words, organizationId = null, groupId = null }, place) => {
    return { id: newId(), recommendationId, position: place + 1, words, organizationId, groupId }
  })
