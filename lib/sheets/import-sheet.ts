import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { mayImportSheets } from './policy'
import { sheetNow } from './queries'
import type { SheetNow } from './sheet-shape'

const Import = z.strictObject({ id: ExistingId, version: Version.optional() })

/**
 * Has the valid rows of a spreadsheet imported, which happens after the response. What failed on the way goes on where it
 * stopped. Returns the spreadsheet. Refusals: `sheet_forbidden`, `sheet_not_found`, `sheet_not_in_review`,
 * `sheet_changed`, `sheet_nothing_ready`.
 */
export async function importSheet(actor: Actor, input: unknown): Promise<Result<SheetNow>> {
  const parsed = Import.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const { id, version } = parsed.data
  return inWriterTurn(() =>
    db.$transaction(async (tx): Promise<Result<SheetNow>> => {
      await tx.$executeRaw`select from sheets where id = ${id}::uuid for update`
      const sheet = await tx.sheet.findUnique({
        where: { id },
        select: { state: true, version: true, importedById: true },
      })
      if (!sheet) return notFound('sheet_not_found')
      const current = await sheetNow(tx, id)
      if (sheet.state === 'importing' || sheet.state === 'imported') return unchanged(current)
      const stopped = sheet.state === 'failed' && sheet.importedById !== null
      if (sheet.state !== 'review' && !stopped) return conflict('sheet_not_in_review', current)
      if (version !== undefined && version !== sheet.version) return conflict('sheet_changed', current)
      const ready = await tx.sheetRow.count({ where: { sheetId: id, state: 'ready' } })
      if (ready === 0) return conflict('sheet_nothing_ready', current)

      const moment = now()
      await tx.sheet.update({
        where: { id },
        data: {
          state: 'importing',
          importedById: actor.id,
          progress: 0,
          tries: 0,
          nextAttemptAt: moment,
          version: { increment: 1 },
        },
        select: { id: true },
      })
      return ok(await sheetNow(tx, id))
    }),
  )
}
