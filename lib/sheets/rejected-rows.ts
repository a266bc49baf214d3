import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { currentLanguage, inLanguage } from '@/lib/platform/languages'
import { ok, type Result } from '@/lib/platform/result'
import { findSheet } from './queries'
import { rowsOfSheet } from './rows'
import type { SheetNow } from './sheet-shape'

const rowsAtATime = 200

/**
 * Returns the rows of a spreadsheet that cannot be imported, as CSV with the same columns, and with their numbers and what
 * is wrong in two columns after them. Corrected there, they can be imported. Refusals: `sheet_forbidden`,
 * `sheet_not_found`.
 */
export async function rejectedRowsCsv(
  actor: Actor,
  id: string,
  separator?: Separator,
): Promise<Result<{ name: string; lines: AsyncGenerator<string> }>> {
  const found = await findSheet(actor, id)
  if (!found.ok) return found
  const name = found.value.name.replace(/\.\w{1,5}$/, '')
  return ok({ name, lines: linesOf(found.value, separator, currentLanguage()) })
}

/** Returns the lines. They may be read after the request is over, so each is written in the language of the request. */
async function* linesOf(sheet: SheetNow, separator: Separator | undefined, language: string) {
  const names = sheet.columns.map(({ name }) => name)
  const added = inLanguage(language, () => [t('sheets.review.row'), t('sheets.review.problem')])
  yield byteOrderMark + csvRow([...names, ...added], separator)
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after
    const rows = await inLanguage(language, () =>
      rowsOfSheet(sheet, { state: 'wrong', after: from, limit: rowsAtATime }),
    )
    yield rows
      .map(({ row, cells, errors }) => {
        const filled = names.map((_, place) => cells[place] ?? '')
        const reasons = errors.map(({ field, column, message }) =>
          inLanguage(language, () => `${column ?? t(`sheets.field.${field}`)}: ${message}`),
        )
        return csvRow([...filled, row, reasons.join(' ')], separator)
      })
      .join('')
    after = rows.length < rowsAtATime ? undefined : rows.at(-1)?.row
  }
}
