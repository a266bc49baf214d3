import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { keeperAtConsole } from '@/lib/imports/keeper-at-console'
import { receiveFile } from '@/lib/platform/file-store'
import { forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import { importSheet } from './import-sheet'
import { mapColumns } from './map-columns'
import { mayImportSheets } from './policy'
import { countsOfSheet, findSheet, type SheetCounts } from './queries'
import { receiveStored } from './receive-sheet'
import { rowsOfSheet, type ShownRow } from './rows'
import { workOnSheets } from './run-sheets'
import type { SheetNow } from './sheet-shape'

const Given = z.object({
  file: z.string('import_file_missing'),
  symbol: z.string().optional(),
  user: z.string().optional(),
  import: z.boolean().default(false),
})

/** How many rows that cannot be imported are told. */
const mostTold = 20

type SheetAtConsole = SheetNow & { counts: SheetCounts; wrong: ShownRow[] }

/**
 * Reads a spreadsheet at the console and waits until its rows are checked. With `import`, imports the valid ones. `symbol`
 * is that of the document of rows that name none. Acts as the user with an email, or as the administrator whose account is
 * the oldest. Refusals: those of `receiveSheet`, `mapColumns`, `importSheet` and `keeperAtConsole`.
 */
export async function sheetAtConsole(input: unknown): Promise<Result<SheetAtConsole>> {
  const parsed = Given.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { file, symbol, user, import: imports } = parsed.data

  const keeper = await keeperAtConsole(user)
  if (!keeper.ok) return keeper
  const actor = keeper.value
  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const size = await stat(file).catch(() => undefined)
  if (!size?.isFile()) return invalidField('file', 'import_file_missing')
  const arrived = await receiveFile(createReadStream(file), new AbortController().signal)
  const received = await receiveStored(actor, arrived, file, {})
  if (!received.ok) return received

  const { id } = received.value
  let sheet = await whenDone(actor, id)
  if (sheet.ok && sheet.value.state === 'review' && symbol !== undefined) {
    const { order, apart } = sheet.value.options
    const mapped = await mapColumns(actor, { id, mapping: sheet.value.mapping, symbol, order, apart })
    sheet = mapped.ok ? await whenDone(actor, id) : mapped
  }
  if (sheet.ok && sheet.value.state === 'review' && imports) {
    const begun = await importSheet(actor, { id })
    sheet = begun.ok ? await whenDone(actor, id) : begun
  }
  return sheet.ok ? ok(await inFull(sheet.value)) : sheet
}

/** Another process may work on the spreadsheet, so this one looks from time to time. */
async function whenDone(actor: Actor, id: string): Promise<Result<SheetNow>> {
  for (;;) {
    await workOnSheets()
    const found = await findSheet(actor, id)
    if (!found.ok || !['reading', 'checking', 'importing'].includes(found.value.state)) return found
    await pause(500)
  }
}

async function inFull(sheet: SheetNow): Promise<SheetAtConsole> {
  const wrong = await rowsOfSheet(sheet, { state: 'wrong', limit: mostTold })
  return { ...sheet, counts: await countsOfSheet(sheet), wrong }
}
