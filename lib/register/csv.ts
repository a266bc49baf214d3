import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { ok, type Result } from '@/lib/platform/result'
import { shownPast } from '@/lib/platform/shown-day'
import { recommendations } from './export-tables'
import type { Filters } from './filters'
import { pageOf } from './list'
import { scopeOf } from './scope'

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
  const past = shownPast()
  const titles = recommendations.columns().map(({ title }) => title)
  const rows = await recommendations.rowsOf(page.value.ids)
  // The last column says which past day is shown, if one is.
  const lines = past ? [[...titles, t('csv.asOf')], ...rows.map((row) => [...row, past.day])] : [titles, ...rows]
  return ok({ text: byteOrderMark + lines.map((line) => csvRow(line, separator)).join(''), next: page.value.next })
}
