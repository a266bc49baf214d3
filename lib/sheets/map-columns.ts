import 'server-only'
import { z } from 'zod'
import { DocumentDetails } from '@/lib/documents/details'
import type { Actor } from '@/lib/domain/actor'
import { Checkbox } from '@/lib/platform/checkbox'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import {
  conflict,
  type FieldError,
  forbidden,
  invalid,
  notFound,
  ok,
  type Result,
  unparsed,
} from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { wholeNumber } from '@/lib/platform/whole-number'
import { type Mapping, sheetFields } from './fields'
import { mayImportSheets } from './policy'
import { sheetNow } from './queries'
import { dayOrders } from './read-day'
import { Options, type SheetNow } from './sheet-shape'

const { code, title, symbol } = DocumentDetails.shape

const MapColumns = z.strictObject({
  id: ExistingId,
  version: Version.optional(),
  /** For each field, the place of its column, counted from 0. Two fields cannot have the same column. */
  mapping: z.partialRecord(z.enum(sheetFields, 'sheet_field_unknown'), wholeNumber('sheet_column_unknown', 0)),
  /** The document of rows that name none. */
  code: code.optional(),
  title: title.optional(),
  symbol,
  order: z.enum(dayOrders, 'field_unreadable').optional(),
  /** Whether a quote that is not in the document that its row names gets a document of its own. */
  apart: Checkbox,
})

/**
 * Says which column of a spreadsheet contains what, and has its rows checked again. Returns the spreadsheet. Refusals:
 * `sheet_forbidden`, `sheet_not_found`, `sheet_not_in_review`, `sheet_changed`.
 */
export async function mapColumns(actor: Actor, input: unknown): Promise<Result<SheetNow>> {
  const parsed = MapColumns.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const { id, version, mapping, code, title, symbol, order, apart } = parsed.data
  return inWriterTurn(() =>
    db.$transaction(
      async (tx): Promise<Result<SheetNow>> => {
        await tx.$executeRaw`select from sheets where id = ${id}::uuid for update`
        const sheet = await tx.sheet.findUnique({
          where: { id },
          select: { state: true, version: true, columns: true, options: true },
        })
        if (!sheet) return notFound('sheet_not_found')
        const current = await sheetNow(tx, id)
        if (sheet.state !== 'review') return conflict('sheet_not_in_review', current)
        if (version !== undefined && version !== sheet.version) return conflict('sheet_changed', current)
        const errors = wrongIn(mapping, current.columns.length)
        if (errors.length > 0) return invalid(...errors)

        const before = Options.parse(sheet.options)
        const options = { title, code, symbol, order: order ?? before.order, apart }
        await tx.$executeRaw`update sheet_rows set state = 'unchecked', errors = '[]' where sheet_id = ${id}::uuid`
        await tx.sheet.update({
          where: { id },
          data: { state: 'checking', mapping, options, progress: 0, nextAttemptAt: now(), version: { increment: 1 } },
          select: { id: true },
        })
        return ok(await sheetNow(tx, id))
      },
      { timeout: 60_000 },
    ),
  )
}

function wrongIn(mapping: Mapping, count: number): FieldError[] {
  const errors: FieldError[] = []
  const taken = new Set<number>()
  for (const field of sheetFields) {
    const place = mapping[field]
    if (place === undefined) continue
    if (place >= count) errors.push({ field: `mapping.${field}`, code: 'sheet_column_unknown', params: {} })
    else if (taken.has(place)) errors.push({ field: `mapping.${field}`, code: 'sheet_column_shared', params: {} })
    taken.add(place)
  }
  if (mapping.quote === undefined && mapping.key === undefined) {
    errors.push({ field: 'mapping.quote', code: 'sheet_quote_unmapped', params: {} })
  }
  return errors
}
