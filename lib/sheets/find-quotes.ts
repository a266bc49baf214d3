import 'server-only'
import { standingInParagraph } from '@/lib/documents/editions'
import { keysTyped } from '@/lib/keys/typed-keys'
import { readIn, type Transaction } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import { raw, sql } from '@/lib/platform/sql'
import { findWords } from '@/lib/reading/find-words'

/** A passage of a paragraph, in code points. */
export type Passage = { paragraphId: string; start: number; end: number }

type Paragraph = { id: string; label: string; text: string; plain: string }

/** The texts of the documents in which a batch looks for quotes, each read once. */
export function passagesIn(tx: Transaction) {
  const known = new Map<string, Promise<Paragraph[]>>()
  return async function find(editionId: string, quote: string, label: string): Promise<Passage | { code: Code }> {
    const paragraphs = known.get(editionId) ?? read(tx, editionId)
    known.set(editionId, paragraphs)
    const wanted = plain(quote)
    const places = (await paragraphs)
      // A plain comparison is many times quicker than the exact one, which then decides.
      .filter((paragraph) => paragraph.plain.includes(wanted))
      .flatMap(({ id, text, ...paragraph }) =>
        findWords(text, quote).map(({ start, end }) => ({ paragraphId: id, start, end, label: paragraph.label })),
      )
    const labelled = label === '' ? [] : places.filter((one) => one.label === label)
    const [place, other] = labelled.length > 0 ? labelled : places
    if (!place) return { code: 'sheet_quote_not_found' }
    if (other) return { code: 'sheet_quote_ambiguous' }
    return { paragraphId: place.paragraphId, start: place.start, end: place.end }
  }
}

/** Returns a text in which all white space is one space. */
export const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

async function read(tx: Transaction, editionId: string): Promise<Paragraph[]> {
  const rows = await tx.paragraph.findMany({
    where: { editionId },
    select: { id: true, label: true, text: true },
    orderBy: { ordinal: 'asc' },
  })
  return rows.map((row) => ({ ...row, plain: plain(row.text) }))
}

/** A recommendation in the register. `quotes` are its words in each edition, if it was found by its key. */
export type Known = { id: string; closed: boolean; quotes?: readonly string[] }

/** A quote that is a whole paragraph of any edition of a document made from spreadsheets. `editionId` is the current one. */
type Whole = { editionId: string; quote: string; label: string }

/** Returns the recommendations that are these whole paragraphs, by `wholeKey`. */
export async function findWhole(tx: Transaction, wanted: readonly Whole[]): Promise<Map<string, Known>> {
  if (wanted.length === 0) return new Map()
  const rows = await readIn<Known & Whole>(
    tx,
    'sheet-quotes-whole',
    sql`
    select e.id as "editionId", p.text as quote, p.label, r.id, r.closure is not null as closed
    from editions e
    join editions any_edition on any_edition.document_id = e.document_id and any_edition.withdrawn_at is null
    join paragraphs p on p.edition_id = any_edition.id
    join lateral ${raw(standingInParagraph('p.id'))} s on s.start = 0 and s."end" = char_length(p.text)
    join recommendations r on r.id = s.id
    where e.id = any(${[...new Set(wanted.map(({ editionId }) => editionId))]}::uuid[])
      and p.text = any(${[...new Set(wanted.map(({ quote }) => quote))]}::text[])
    order by r.key`,
  )
  return new Map(rows.map(({ id, closed, ...whole }) => [wholeKey(whole), { id, closed }]))
}

export const wholeKey = ({ editionId, quote, label }: Whole) => JSON.stringify([editionId, label, quote])

/** Returns the recommendations that stand in exactly these passages, by `passageKey`. */
export async function findAnchored(tx: Transaction, passages: readonly Passage[]): Promise<Map<string, Known>> {
  if (passages.length === 0) return new Map()
  const rows = await readIn<Known & Passage>(
    tx,
    'sheet-quotes-anchored',
    sql`
    select p.id as "paragraphId", s.start, s."end", r.id, r.closure is not null as closed
    from paragraphs p
    join lateral ${raw(standingInParagraph('p.id'))} s on true
    join recommendations r on r.id = s.id
    where p.id = any(${[...new Set(passages.map(({ paragraphId }) => paragraphId))]}::uuid[])`,
  )
  return new Map(rows.map(({ id, closed, ...passage }) => [passageKey(passage), { id, closed }]))
}

export const passageKey = ({ paragraphId, start, end }: Passage) => `${paragraphId} ${start} ${end}`

/** Returns the recommendations with these keys, in any case, in documents that are in use. */
export async function findByKey(tx: Transaction, typed: readonly string[]): Promise<Map<string, Known>> {
  if (typed.length === 0) return new Map()
  const keys = await keysTyped(tx, typed)
  const rows = await tx.recommendation.findMany({
    where: { key: { in: [...new Set(keys.values())] }, document: { archivedAt: null } },
    select: { id: true, key: true, closure: true, quote: true, places: { select: { quote: true } } },
  })
  const known = new Map(
    rows.map(({ id, key, closure, quote, places }) => {
      const quotes = [quote, ...places.flatMap(({ quote }) => quote ?? [])].map(plain)
      return [key, { id, closed: closure !== null, quotes }]
    }),
  )
  return new Map(
    [...keys].flatMap(([one, key]) => {
      const there = known.get(key)
      return there ? [[one, there] as const] : []
    }),
  )
}

/** Returns the recommendations that earlier spreadsheets have made from rows with these keys of their source. */
export async function findBySource(tx: Transaction, named: readonly string[]): Promise<Map<string, Known>> {
  if (named.length === 0) return new Map()
  const rows = await readIn<Known & { named: string }>(
    tx,
    'sheet-source-keys',
    sql`
    select m.named, r.id, r.closure is not null as closed
    from sheet_made m join recommendations r on r.id = m.id join documents d on d.id = r.document_id
    where m.kind = 'recommendation' and m.named = any(${named}::text[]) and d.archived_at is null`,
  )
  return new Map(rows.map(({ named, ...known }) => [named, known]))
}
