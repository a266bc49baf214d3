import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { timeout } from '@/lib/registration/add-document'
import { mayImportSheets } from './policy'
import { sheetNow } from './queries'
import type { SheetNow } from './sheet-shape'
import { undoMade } from './undo-made'

const Withdraw = z.strictObject({ id: ExistingId })

/**
 * Withdraws a spreadsheet. If it was imported, also takes back what it has made, as long as nobody has worked on that. Its
 * documents are archived with everything in them. Returns the spreadsheet. Refusals: `sheet_forbidden`,
 * `sheet_not_found`, `sheet_importing`, `sheet_in_use`.
 */
export async function withdrawSheet(actor: Actor, input: unknown): Promise<Result<SheetNow>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const { id } = parsed.data
  const withdrawn = await inWriterTurn(() => withdrawUnused(actor, id))
  if (withdrawn) return withdrawn
  const undone = await change(
    actor,
    async (change) => {
      const { tx, now } = change
      const refused = await refuses(tx, id)
      if (refused) return refused
      if (!(await undoMade(change, actor, id))) return conflict('sheet_in_use', await sheetNow(tx, id))
      await markWithdrawn(tx, actor, id, now)
      return ok(await sheetNow(tx, id))
    },
    { timeout },
  )
  return undone
}

/** Withdraws a spreadsheet that has made nothing. Returns undefined if it has. */
const withdrawUnused = (actor: Actor, id: string): Promise<Result<SheetNow> | undefined> =>
  db.$transaction(async (tx) => {
    const refused = await refuses(tx, id)
    if (refused) return refused
    if ((await tx.sheetMade.count({ where: { sheetId: id } })) > 0) return undefined
    await markWithdrawn(tx, actor, id, now())
    return ok(await sheetNow(tx, id))
  })

/** Locks a spreadsheet, and returns the response if it cannot be withdrawn now. */
async function refuses(tx: Transaction, id: string): Promise<Result<SheetNow> | undefined> {
  await tx.$executeRaw`select from sheets where id = ${id}::uuid for update`
  const sheet = await tx.sheet.findUnique({ where: { id }, select: { state: true } })
  if (!sheet) return notFound('sheet_not_found')
  if (sheet.state === 'withdrawn') return unchanged(await sheetNow(tx, id))
  return sheet.state === 'importing' ? conflict('sheet_importing', await sheetNow(tx, id)) : undefined
}

const markWithdrawn = (tx: Transaction, actor: Actor, id: string, at: Date) =>
  tx.sheet.update({
    where: { id },
    data: { state: 'withdrawn', withdrawnAt: at, withdrawnById: actor.id, version: { increment: 1 } },
    select: { id: true },
  })
