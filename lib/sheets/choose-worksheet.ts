import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { wholeNumber } from '@/lib/platform/whole-number'
import { mayImportSheets } from './policy'
import { sheetNow } from './queries'
import type { SheetNow } from './sheet-shape'

const Choose = z.strictObject({
  id: ExistingId,
  version: Version.optional(),
  /** The place of the worksheet, counted from 0. */
  worksheet: wholeNumber('sheet_worksheet_unknown', 0),
})

/**
 * Has the rows of another worksheet of a workbook read. Returns the spreadsheet. Refusals: `sheet_forbidden`,
 * `sheet_not_found`, `sheet_not_in_review`, `sheet_changed`, `sheet_worksheet_unknown`.
 */
export async function chooseWorksheet(actor: Actor, input: unknown): Promise<Result<SheetNow>> {
  const parsed = Choose.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const { id, version, worksheet } = parsed.data
  return inWriterTurn(() =>
    db.$transaction(async (tx): Promise<Result<SheetNow>> => {
      await tx.$executeRaw`select from sheets where id = ${id}::uuid for update`
      const sheet = await tx.sheet.findUnique({
        where: { id },
        select: { state: true, version: true, worksheets: true },
      })
      if (!sheet) return notFound('sheet_not_found')
      const current = await sheetNow(tx, id)
      if (sheet.state !== 'review') return conflict('sheet_not_in_review', current)
      if (version !== undefined && version !== sheet.version) return conflict('sheet_changed', current)
      if (worksheet >= sheet.worksheets.length) return invalidField('worksheet', 'sheet_worksheet_unknown')
      await tx.sheet.update({
        where: { id },
        data: { state: 'reading', worksheet, progress: 0, nextAttemptAt: now(), version: { increment: 1 } },
        select: { id: true },
      })
      return ok(await sheetNow(tx, id))
    }),
  )
}
