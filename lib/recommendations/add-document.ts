import 'server-only'
import { guessTitle } from '@/lib/documents/guess'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { type Document, findDocument } from '@/lib/documents/queries'
import { change } from '@/lib/history/change'
import type { Actor } from '@/lib/people/actor'
import type { Transaction } from '@/lib/platform/db'
import { conflict, forbidden, invalid, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import type { Prisma } from '@/prisma/generated/client'
import { markedSpans, NewDocument, placedParagraphs } from './document-fields'
import { type DocumentToStore, storeDocument } from './store-document'

/** Adds a document: its paragraphs, letter for letter, and the recommendations marked in them. Answers it whole. */
export async function addDocument(actor: Actor, input: unknown): Promise<Result<Document>> {
  const parsed = NewDocument.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const { placed, errors } = placedParagraphs(parsed.data)
  const { marked, errors: others } = markedSpans(parsed.data)
  if (errors.length + others.length > 0) return invalid(...errors, ...others)

  const { date, ...particulars } = parsed.data
  const recommendations = marked.map(({ quote, title = guessTitle(quote), kind = 'action' as const, ...span }) => {
    return { ...span, title, kind }
  })
  const document = { ...particulars, dated: date, paragraphs: placed, recommendations }
  const added = await change(actor, async (tx, record, now) => {
    await oneAtATime(tx, document.code)
    const there = await standsInTheWay(tx, document)
    if (there) return there

    await storeDocument(tx, record, document, now)
    return ok(document.code)
  })
  return added.ok ? { ...added, value: await documentThere(actor, added.value) } : added
}

/** Two who give the same code at once: the second waits here, and then sees what the first did. */
const oneAtATime = (tx: Transaction, code: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`document ${code}`}, 0))`

/** A double click adds one. Another document under the same id or code is a conflict. */
async function standsInTheWay(tx: Transaction, document: DocumentToStore) {
  const { id, code } = document
  const sent = await tx.document.findUnique({ where: { id }, select: written })
  if (sent) return sameWords(sent, document) ? unchanged(code) : conflict('document_sent_before', { code: sent.code })

  const there = await tx.document.findUnique({ where: { code }, select: { code: true, title: true, archivedAt: true } })
  return there && conflict(there.archivedAt ? 'document_code_archived' : 'document_exists', there, { code })
}

const written = {
  code: true,
  title: true,
  editions: { select: { paragraphs: { orderBy: { ordinal: 'asc' }, select: { text: true } } } },
  recommendations: {
    orderBy: [{ ordinal: 'asc' }, { start: 'asc' }, { end: 'asc' }],
    select: { title: true },
  },
} satisfies Prisma.DocumentSelect

type Written = Prisma.DocumentGetPayload<{ select: typeof written }>

function sameWords({ code, title, editions, recommendations }: Written, document: DocumentToStore) {
  const before = [code, title, editions[0]?.paragraphs.map(({ text }) => text), recommendations.map((one) => one.title)]
  const marked = [...document.recommendations].sort(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end,
  )
  const now = [
    document.code,
    document.title,
    document.paragraphs.map(({ text }) => text),
    marked.map((one) => one.title),
  ]
  return JSON.stringify(before) === JSON.stringify(now)
}

async function documentThere(actor: Actor, code: string) {
  const document = await findDocument(actor, code)
  if (!document) throw new Error(`The document ${code} isn't there after it was added.`)
  return document
}
