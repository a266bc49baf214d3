import 'server-only'
import { z } from 'zod'
import { KnownCode } from '@/lib/documents/details'
import { numberedParagraphs } from '@/lib/documents/numbered-paragraphs'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { listedDocument } from '@/lib/documents/queries'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { change } from '@/lib/history/change'
import { type NewEvent, sha256 } from '@/lib/history/events'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import { freeKey } from '@/lib/keys/free-keys'
import { isTooDeep, longestPath } from '@/lib/keys/make-keys'
import { db, readIn, type Transaction } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { spanFields, spanIn } from '@/lib/reading/find-span'
import { cut } from '@/lib/reading/sentences'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import type { Kind } from '@/prisma/generated/enums'
import { Marked, type Reference } from './marked-passage'
import { type RecommendationNow, recommendationNow } from './queries'

const Add = z.strictObject({ ...Marked.shape, ...spanFields, code: KnownCode, id: NewRowId })

type Addition = { id: string; key: string; title: string; kind: Kind }
type Stands = { documentId: string; paragraphId: string; start: number; end: number; quote: string }
type Addressed = { words: string; organizationId?: string | null | undefined; groupId?: string | null | undefined }

/**
 * Adds a recommendation to a published document: any part of a paragraph, in Unicode code points. The keys of the
 * others stay. Returns the recommendation. Refusals: `document_not_found`, `document_forbidden`, `document_archived`,
 * `recommendation_removed`, `recommendation_sent_before`, `recommendation_exists`.
 */
export async function addRecommendation(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = Add.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { code, id, paragraph: reference, kind = 'action' } = parsed.data

  const document = await db.document.findFirst({ where: { code, AND: visibleDocuments(actor) }, select: { id: true } })
  if (!document) return notFound('document_not_found')

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  return change(actor, async ({ tx, record, now }) => {
    // Locked, so that two additions never get the same key and the document cannot be archived in between.
    const [locked] = await readIn<{ archived: boolean }>(
      tx,
      'document-archived',
      sql`
      select archived_at is not null as archived from documents where id = ${document.id}::uuid for update`,
    )
    if (locked?.archived) return conflict('document_archived', await listedDocument(tx, code))

    const paragraphs = await paragraphsCalled(tx, document.id, reference)
    const [paragraph] = paragraphs
    const field = 'paragraph'
    if (!paragraph) return invalidField(field, 'paragraph_unknown', { label: reference })
    if (paragraphs.length > 1) return invalidField(field, 'paragraph_ambiguous', { label: reference })
    if (isTooDeep(paragraph)) return invalidField(field, 'paragraph_too_deep', { maximum: longestPath })

    const span = spanIn(paragraph.text, parsed.data)
    if (!span.ok) return span
    const { start, end } = span
    const quote = cut(paragraph.text, span)
    const title = parsed.data.title ?? suggestTitle(quote)

    const wanted = { id, paragraphId: paragraph.id, start, end, title, kind }
    const there = await answerForExistingRecommendation(tx, wanted)
    if (there) return there

    const key = await freeKey(tx, code, paragraph, start)
    const row = { ...wanted, key, documentId: document.id, ordinal: paragraph.ordinal, quote }
    await tx.recommendation.create({ data: { ...row, createdAt: now } })
    record(additionOf(row, row))
    return ok(await recommendationNow(tx, id))
  })
}

/** Returns the event for a recommendation that was added. */
export function additionOf(
  { id, key, title, kind }: Addition,
  { documentId, paragraphId, start, end, quote }: Stands,
  themes: readonly string[] = [],
  addressees: readonly Addressed[] = [],
): NewEvent {
  const passage = { documentId, paragraphId, start, end, quote: sha256(quote) }
  const named = addressees.map(({ words, organizationId = null, groupId = null }) => ({
    words,
    organizationId,
    groupId,
  }))
  const after = { key, title, kind, themes: [...themes], addressees: named, passage }
  return { kind: 'recommendation.added', subjectId: id, recommendationId: id, body: { before: null, after } }
}

/** Returns the paragraphs of the current edition of a document with a label or an ordinal, each with its parents. */
const paragraphsCalled = (tx: Transaction, documentId: string, reference: Reference) =>
  numberedParagraphs(
    tx,
    documentId,
    typeof reference === 'number' ? { ordinal: reference } : { label: { equals: reference, not: '' } },
  )

type Wanted = { id: string; paragraphId: string; start: number; end: number; title: string; kind: Kind }

/**
 * Returns the response if the ID was used before, or if the same words already are a recommendation. Otherwise returns
 * nothing.
 */
async function answerForExistingRecommendation(tx: Transaction, { id, paragraphId, start, end, title, kind }: Wanted) {
  if ((await tx.removedRecommendation.count({ where: { id } })) > 0) return conflict('recommendation_removed', null)

  const sent = await tx.recommendation.findUnique({ where: { id } })
  if (sent) {
    const place = sent.paragraphId === paragraphId && sent.start === start && sent.end === end
    const same = place && (await isRepeatedAddition(tx, additionOf({ id, key: sent.key, title, kind }, sent)))
    const current = await recommendationNow(tx, id)
    return same ? unchanged(current) : conflict('recommendation_sent_before', current)
  }
  const place = { paragraphId, start, end }
  const other = await tx.recommendation.findFirst({
    where: { OR: [place, { places: { some: place } }] },
    select: { id: true, key: true },
  })
  return other && conflict('recommendation_exists', await recommendationNow(tx, other.id), { key: other.key })
}
