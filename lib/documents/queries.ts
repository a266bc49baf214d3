import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { cursors } from '@/lib/platform/cursor'
import { readIn, readNamed, type Transaction } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'
import { KnownName, textToFind, writtenDay } from '@/lib/platform/text'
import { Prisma } from '@/prisma/generated/client'
import type { RecommendationStatus } from '@/prisma/generated/enums'
import { KnownCode } from './details'
import { currentEdition, type Edition, editionNumbered, editionsJson } from './editions'
import { fillParagraphs, type Paragraph } from './paragraphs'

/** The details of a document. Details without a value are left out. */
type Particulars = {
  code: string
  title: string
  symbol?: string
  body?: string
  /** YYYY-MM-DD */
  date?: string
  place?: string
  language: string
  distribution?: string
  jobNumber?: string
  archivedAt?: string
  version: number
}

/** The number of recommendations in each status. */
export type Counts = Partial<Record<RecommendationStatus, number>>

export type ListedDocument = Particulars & { paragraphs: number; recommendations: number; counts: Counts }

export type Document = Particulars & {
  id: string
  counts: Counts
  /** The number of the edition whose text this is. */
  edition: number
  /** All editions, the first one first. */
  editions: Edition[]
  paragraphs: Paragraph[]
  next: string | null
}

const particulars = `
  'code', d.code, 'title', d.title, 'symbol', d.symbol, 'body', d.body, 'date', d.dated, 'place', d.place,
  'language', d.language, 'distribution', d.distribution, 'jobNumber', d.job_number,
  'archivedAt', ${iso('d.archived_at')}, 'version', d.version`

const counts = `coalesce((
  select json_object_agg(s.status, s.count)
  from (select status, count(*) from recommendations where document_id = d.id group by status) s), '{}')`

/**
 * SQL: the document of the code $1 without its text, and its edition $3, or the current one; $2: whether the reader keeps
 * the record.
 */
const documentSql = `
  select json_strip_nulls(json_build_object('id', d.id, ${particulars}, 'counts', ${counts}, 'edition', e.number,
      'editions', ${editionsJson})) as one,
    e.id as edition
  from documents d
  join editions e on e.id = ${editionNumbered('d.id', '$3')}
  where d.code = $1 and ${documentVisible('$2')}`

type Found = { one: Omit<Document, 'paragraphs' | 'next'>; edition: string }

/**
 * Returns the document with a code, in any case, and the ID of the edition that is read: the one with a number, or else
 * the current one.
 */
export async function findDocumentHead(actor: Actor, code: string, edition?: number): Promise<Found | undefined> {
  const values = [KnownCode.parse(code), keepsTheRecord(actor), edition ?? null]
  const rows = await readNamed<Found>({ name: 'document-one', text: documentSql, values })
  return rows[0]
}

/** The number of an edition, by default the current one, and the cursor after which its text continues. */
type Read = { edition?: number | undefined; after?: string | undefined }

/**
 * Returns the document with a code, in any case, with its text and its recommendations in their places, as much as one
 * answer takes. `next` is the cursor of the rest.
 */
export async function findDocument(
  actor: Actor,
  code: string,
  { edition, after }: Read = {},
): Promise<Document | undefined> {
  const found = await findDocumentHead(actor, code, edition)
  return found && { ...found.one, ...(await fillParagraphs(found.edition, after)) }
}

type Wanted = {
  /** Words in the title, the code or the symbol. */
  q?: string | undefined
  /** Whether to list only archived documents. */
  archived?: boolean | undefined
  limit?: number | undefined
  /** The `next` of the previous page. */
  after?: string | undefined
}

export type DocumentList = { items: ListedDocument[]; next: string | null; total: number }

/** The newest document first, by its own date, or else by the day on which it was added. */
const order = `coalesce(d.dated, d.created_at::date)`

export const documentCursors = cursors(
  'documents',
  z.tuple([writtenDay('after_unreadable', { earliest: '0001-01-01', beyond: 'after_unreadable' }), KnownName]),
)

/** SQL: whether a document `d` is archived ($1) or not, and contains the words $2. */
const matching = `
  (d.archived_at is not null) = $1 and ($2 = '' or searchable(concat_ws(' ', d.code, d.title, d.symbol, d.body)) like part_of($2))`

const item = `
  json_strip_nulls(json_build_object(${particulars}, 'counts', ${counts},
    'paragraphs', (
      select count(*) from paragraphs p where p.edition_id = ${currentEdition('d.id')}),
    'recommendations', (select count(*) from recommendations r where r.document_id = d.id))) as item`

/** SQL: at most $5 documents that match $1 and $2, before the day $3 and the code $4. */
const documentPageSql = `
  select ${item},
    json_build_array(${order}, d.code) as place
  from documents d
  where ${matching} and ($3::date is null or (${order}, d.code) < ($3, $4))
  order by ${order} desc, d.code desc
  limit $5`

/** SQL: the number of documents that match $1 and $2. */
const documentTotalSql = `select count(*)::int as total from documents d where ${matching}`

/**
 * Returns a list of documents, newest first. Archived documents are listed only on request and only for people who may
 * see them.
 */
export async function listDocuments(actor: Actor, wanted: Wanted = {}): Promise<DocumentList> {
  const { q = '', archived = false, limit = 50, after } = wanted
  if (archived && !keepsTheRecord(actor)) return { items: [], next: null, total: 0 }

  const filters = [archived, textToFind(q)]
  const [day = null, code = null] = documentCursors.read(after) ?? []
  const values = [...filters, day, code, limit + 1]
  const [page, all] = await Promise.all([
    readNamed<Listed>({ name: 'document-list', text: documentPageSql, values }),
    readNamed<{ total: number }>({ name: 'document-total', text: documentTotalSql, values: filters }),
  ])
  const { rows, next } = documentCursors.page(page, limit)
  return { items: rows.map(({ item }) => item), next, total: all[0]?.total ?? 0 }
}

type Listed = { item: ListedDocument; place: [day: string, code: string] }

/** Returns the document with a code as lists show it, within a transaction. Finds archived documents too. */
export async function listedDocument(tx: Transaction, code: string): Promise<ListedDocument | undefined> {
  const query = Prisma.sql`select ${Prisma.raw(item)} from documents d where d.code = ${code}`
  const [row] = await readIn<Pick<Listed, 'item'>>(tx, 'document-listed', query)
  return row?.item
}
