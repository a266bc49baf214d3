import 'server-only'
import { currentEdition } from '@/lib/documents/editions'
import { readIn, type Transaction } from '@/lib/platform/db'
import { raw, sql } from '@/lib/platform/sql'
import type { DocumentNamed } from './row-content'
import type { Options } from './sheet-shape'

/** A document that a spreadsheet names. `open` says that it was made from spreadsheets, and takes further quotes. */
export type FoundDocument = { id: string; code: string; editionId: string; open: boolean; paragraphs: number }

/** The document of a row: what the spreadsheet calls it, its details, and the one in the register, if it is there. */
export type RowDocument = { named: string; details: DocumentNamed; found: FoundDocument | undefined }

/** Returns the details of the document of a row. Rows that name none have that of the whole spreadsheet. */
export const detailsOf = (document: DocumentNamed, { title, code, symbol }: Options): DocumentNamed =>
  document.code || document.symbol || document.title ? document : { ...document, title, code, symbol }

/** Returns what a spreadsheet calls a document. Equal names mean one document. */
export const nameOf = ({ code, symbol, title }: DocumentNamed) => (symbol ?? code ?? title ?? '').toLowerCase()

type Row = FoundDocument & { place: number }

/**
 * Returns the document for each name: the one that this spreadsheet has made under it, or else the one in use with the
 * code, the symbol or the title.
 */
export async function findDocuments(
  tx: Transaction,
  sheetId: string,
  details: readonly DocumentNamed[],
): Promise<Map<string, FoundDocument>> {
  const byName = new Map(details.map((one) => [nameOf(one), one]))
  const names = [...byName.keys()]
  const wanted = names.map((named, place) => ({ named, place, ...byName.get(named) }))
  const rows = await readIn<Row>(
    tx,
    'sheet-documents',
    sql`
    select w.place, d.id, d.code, e.id as "editionId",
      exists (select from sheet_made m where m.id = d.id and m.kind = 'document') as open,
      (select coalesce(max(p.ordinal), 0) from paragraphs p where p.edition_id = e.id)::int as paragraphs
    from json_to_recordset(${JSON.stringify(wanted)}::json)
      as w (place int, named text, code text, symbol text, title text)
    cross join lateral (
      select d.* from documents d
      left join sheet_made m on m.id = d.id and m.sheet_id = ${sheetId}::uuid and m.named = w.named
      where d.archived_at is null
        and (m.id is not null or d.code = w.code or lower(d.symbol) = lower(w.symbol) or lower(d.title) = lower(w.title))
      order by m.id is not null desc, coalesce(d.code = w.code, false) desc,
        coalesce(lower(d.symbol) = lower(w.symbol), false) desc, d.created_at, d.id
      limit 1) d
    join editions e on e.id = ${raw(currentEdition('d.id'))}`,
  )
  return new Map(rows.map(({ place, ...found }) => [names[place] ?? '', found]))
}

/** The longest code that is made from a symbol or a title. */
const longestCode = 40

/** Returns a code for a new document that no other one has. */
export async function freeCode(tx: Transaction, { code, symbol, title }: DocumentNamed): Promise<string> {
  const stem = code ?? (codeFrom(symbol ?? title ?? '') || 'SHEET')
  const rows = await readIn<{ code: string }>(
    tx,
    'codes-taken',
    sql`select code from documents where code = ${stem} or code like ${`${stem}-%`}`,
  )
  const taken = new Set(rows.map(({ code }) => code))
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}

const codeFrom = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longestCode)
    .replace(/-$/, '')
