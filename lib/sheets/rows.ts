import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { isCode, t } from '@/lib/platform/i18n'
import { ok, type Result } from '@/lib/platform/result'
import { fittingRows } from '@/lib/platform/split-rows'
import type { SheetRowState } from '@/prisma/generated/enums'
import { sheetFields } from './fields'
import { type NewOrganization, newOrganizationsOf } from './new-organizations'
import { countsOfSheet, findSheet, type SheetCounts } from './queries'
import type { SheetNow } from './sheet-shape'

const Errors = z.array(
  z.object({
    field: z.enum(sheetFields),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
)

/** What is wrong in a row: where, with which value, and why in words. */
export type RowError = {
  field: (typeof sheetFields)[number]
  column?: string
  value: string
  code: string
  message: string
}

export type ShownRow = { row: number; state: SheetRowState; cells: string[]; errors: RowError[] }

/** Returns rows of a spreadsheet in a state, those after a row, at most `limit`. */
export async function rowsOfSheet(
  { id, columns, mapping }: Pick<SheetNow, 'id' | 'columns' | 'mapping'>,
  { state, after = 0, limit }: Wanted,
): Promise<ShownRow[]> {
  const rows = await db.sheetRow.findMany({
    where: { sheetId: id, row: { gt: after }, ...(state && { state }) },
    orderBy: { row: 'asc' },
    select: { row: true, state: true, cells: true, errors: true },
    take: limit,
  })
  return rows.map(({ errors, ...row }) => ({
    ...row,
    errors: Errors.parse(errors).map(({ field, code, params }) => {
      const place = mapping[field]
      const column = place === undefined ? undefined : columns[place]?.name
      const value = place === undefined ? '' : (row.cells[place] ?? '')
      const message = isCode(code) ? t(`errors.${code}`, params) : code
      return { field, ...(column !== undefined && { column }), value, code, message }
    }),
  }))
}

export type SheetInFull = SheetNow & {
  counts: SheetCounts
  /** The organizations that its rows add: the first 200 of so many. */
  newOrganizations: { count: number; listed: NewOrganization[] }
  rows: ShownRow[]
  next: number | null
}

type Wanted = { state?: SheetRowState | undefined; after?: number | undefined; limit: number }

/** Returns a spreadsheet with its counts and a page of its rows. Refusals: `sheet_forbidden`, `sheet_not_found`. */
export async function findSheetInFull(actor: Actor, id: string, wanted: Wanted): Promise<Result<SheetInFull>> {
  const found = await findSheet(actor, id)
  if (!found.ok) return found
  const { limit, ...from } = wanted
  const rows = await rowsOfSheet(found.value, { ...from, limit: limit + 1 })
  const page = fittingRows(rows.slice(0, limit))
  const next = rows.length > page.length ? (page.at(-1)?.row ?? null) : null
  const [counts, newOrganizations] = await Promise.all([
    countsOfSheet(found.value),
    newOrganizationsOf(actor, found.value.id),
  ])
  return ok({ ...found.value, counts, newOrganizations, rows: page, next })
}
