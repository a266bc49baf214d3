import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db, read, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { mayImportSheets } from './policy'
import { type SheetNow, sheetColumns, sheetShape } from './sheet-shape'

/** Returns a spreadsheet as it is in this transaction. */
export async function sheetNow(tx: Transaction, id: string): Promise<SheetNow> {
  return sheetShape(await tx.sheet.findUniqueOrThrow({ where: { id }, select: sheetColumns }))
}

/** Returns a spreadsheet. Refusals: `sheet_forbidden`, `sheet_not_found`. */
export async function findSheet(actor: Actor, id: string): Promise<Result<SheetNow>> {
  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')
  const row = await db.sheet.findUnique({ where: { id: ExistingId.parse(id) }, select: sheetColumns })
  return row ? ok(sheetShape(row)) : notFound('sheet_not_found')
}

/** Returns the spreadsheets of all people that are in use, the newest first, at most `limit`. Refusals: `sheet_forbidden`. */
export async function listSheets(actor: Actor, limit = 20): Promise<Result<SheetNow[]>> {
  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')
  const rows = await db.sheet.findMany({
    where: { state: { not: 'withdrawn' } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: sheetColumns,
    take: limit,
  })
  return ok(rows.map(sheetShape))
}

/** How many rows are in which state, and what they have made. */
export type SheetCounts = {
  rows: number
  ready: number
  wrong: number
  made: number
  unchanged: number
  documents: number
  recommendations: number
  organizations: number
  assignments: number
  reports: number
}

/** Returns how much a spreadsheet contains that `findSheet` has found for its reader, and what it has made. */
export async function countsOfSheet({ id }: SheetNow): Promise<SheetCounts> {
  const [counts] = await read<SheetCounts>(
    'sheet-counts',
    sql`
    select s.*, m.*
    from (
      select count(*)::int as rows,
        count(*) filter (where state = 'ready')::int as ready,
        count(*) filter (where state = 'wrong')::int as wrong,
        count(*) filter (where state = 'made')::int as made,
        count(*) filter (where state = 'unchanged')::int as unchanged
      from sheet_rows where sheet_id = ${id}::uuid) s
    cross join (
      select count(*) filter (where kind = 'document')::int as documents,
        count(*) filter (where kind = 'recommendation')::int as recommendations,
        count(*) filter (where kind = 'organization')::int as organizations,
        count(*) filter (where kind = 'assignment')::int as assignments,
        count(*) filter (where kind = 'report')::int as reports
      from sheet_made where sheet_id = ${id}::uuid) m`,
  )
  if (!counts) throw new Error('The rows of a spreadsheet were not counted.')
  return counts
}

/** The documents of which a page names a link, at most. */
const mostDocuments = 50

/** Returns the documents into which a spreadsheet has added recommendations or assignments. `findSheet` has found it for its reader. */
export const documentsOfSheet = ({ id }: SheetNow) =>
  read<{ code: string; title: string }>(
    'sheet-documents-touched',
    sql`
    select distinct d.code, d.title
    from sheet_made m
    left join assignments a on a.id = m.id and m.kind = 'assignment'
    join recommendations r on r.id = coalesce(a.recommendation_id, m.id)
    join documents d on d.id = r.document_id
    where m.sheet_id = ${id}::uuid and m.kind in ('recommendation', 'assignment')
    order by d.code limit ${mostDocuments}`,
  )
