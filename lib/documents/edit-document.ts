import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { change } from '@/lib/history/change'
import { db, readIn, type Transaction } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { Version } from '@/lib/platform/version'
import { DocumentDetails, KnownCode } from './details'
import { mayKeepDocuments } from './policy'
import { type ListedDocument, listedDocument } from './queries'

const { title, symbol, body, date, place, language } = DocumentDetails.shape

/** A field that is left out does not change. `null` clears an optional detail. */
const Edit = z.strictObject({
  code: KnownCode,
  version: Version,
  title: title.optional(),
  symbol: symbol.nullable(),
  body: body.nullable(),
  date: date.nullable(),
  place: place.nullable(),
  language: language.unwrap().optional(),
})

type Details = {
  title: string
  symbol: string | null
  body: string | null
  /** YYYY-MM-DD */
  date: string | null
  place: string | null
  language: string
}

/**
 * Corrects the title, symbol, body, date, place and language of a document. Its code and its text do not change.
 * Returns the document as lists show it. Refusals: `document_not_found`, `document_forbidden`, `document_archived`,
 * `document_changed`.
 */
export async function editDocument(actor: Actor, input: unknown): Promise<Result<ListedDocument>> {
  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { code, version, ...details } = parsed.data

  const document = await db.document.findFirst({ where: { code, AND: visibleDocuments(actor) }, select: { id: true } })
  if (!document) return notFound('document_not_found')

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const { id } = document
  return change(actor, async ({ tx, record }) => {
    const { version: present, archived, ...before } = await lockedDetails(tx, id)
    const current = () => documentNow(tx, code)
    if (archived) return conflict('document_archived', await current())

    const after: Details = { ...before, ...known(details) }
    const changed = fields.filter((field) => after[field] !== before[field])
    // Sending the current values again is not a conflict.
    if (changed.length === 0) return unchanged(await current())
    if (version !== present) return conflict('document_changed', await current())

    const { date, ...rest } = after
    await tx.document.update({
      where: { id },
      data: { ...rest, dated: date === null ? null : new Date(date), version: { increment: 1 } },
    })
    record({
      kind: 'document.edited',
      subjectId: id,
      body: { before: only(before, changed), after: only(after, changed) },
    })
    return ok(await current())
  })
}

const fields = ['title', 'symbol', 'body', 'date', 'place', 'language'] as const

type Locked = Details & { version: number; archived: boolean }

/** Returns the details of a document and locks them until the transaction ends. */
async function lockedDetails(tx: Transaction, id: string): Promise<Locked> {
  const rows = await readIn<Locked>(
    tx,
    'document-to-edit',
    sql`
    select title, symbol, body, dated::text as date, place, language, version, archived_at is not null as archived
    from documents where id = ${id}::uuid for update`,
  )
  const [row] = rows
  if (!row) throw new Error(`There is no document ${id}.`)
  return row
}

async function documentNow(tx: Transaction, code: string): Promise<ListedDocument> {
  const document = await listedDocument(tx, code)
  if (!document) throw new Error(`There is no document ${code}.`)
  return document
}

const known = (details: { [K in keyof Details]?: Details[K] | undefined }): Partial<Details> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))

const only = (details: Details, chosen: readonly (keyof Details)[]): Partial<Details> =>
  Object.fromEntries(chosen.map((field) => [field, details[field]]))
