import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { currentLanguage, inLanguage } from '@/lib/platform/languages'
import { ok, type Result } from '@/lib/platform/result'
import { showingAll, shownPast } from '@/lib/platform/shown-day'
import { assignments, type Row, recommendations, type Sheet } from './csv-sheets'
import type { Filters } from './filters'
import { pageOf } from './list'
import { type Scope, scopeOf } from './scope'

const rowsAtATime = 200

/**
 * Returns all recommendations that match the filters at this moment, one row each. Rows are written while they are
 * read.
 */
export const recommendationsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, recommendations, separator)

/** Returns all assignments that match the filters at this moment, one row each. */
export const assignmentsCsv = (actor: Actor, filters: Filters, separator?: Separator) =>
  csvOf(actor, filters, assignments, separator)

/** Returns a page of recommendations as the API returns it, with the cursor of the next page. */
export async function pageAsCsv(
  actor: Actor,
  filters: Filters,
  separator?: Separator,
): Promise<Result<{ text: string; next: string | null }>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope
  const page = await pageOf(scope.value)
  if (!page.ok) return page
  const { header, rowsOf } = recommendations
  const rows = [titles(header), ...(await rowsOf(page.value.ids)).map(dated)]
  return ok({ text: byteOrderMark + rows.map((row) => csvRow(row, separator)).join(''), next: page.value.next })
}

async function csvOf(
  actor: Actor,
  filters: Filters,
  sheet: Sheet,
  separator?: Separator,
): Promise<Result<AsyncGenerator<string>>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope
  const past = shownPast()
  return ok(showingAll(past, linesOf(scope.value, sheet, separator, currentLanguage())))
}

/** Returns a row with the past day that the sheet shows in a last column, if it shows one. */
function dated(row: Row): Row {
  const past = shownPast()
  return past ? [...row, past.day] : row
}

const titles = (header: () => Row): Row => (shownPast() ? [...header(), t('csv.asOf')] : header())

/** Returns the lines. They may be read after the request is over, so each is written in the language of the request. */
async function* linesOf(
  scope: Scope,
  { header, idsOf, rowsOf }: Sheet,
  separator: Separator | undefined,
  language: string,
) {
  yield byteOrderMark +
    csvRow(
      inLanguage(language, () => titles(header)),
      separator,
    )
  for await (const ids of idsOf(scope, rowsAtATime)) {
    const rows = await inLanguage(language, () => rowsOf(ids))
    yield rows.map((row) => csvRow(dated(row), separator)).join('')
  }
}
