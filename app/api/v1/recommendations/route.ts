import { respondExport } from '@/app/_actions/respond-export'
import { getRouteAsOf } from '@/app/api/v1/edge'
import { readSeparator, type Separator } from '@/lib/platform/csv'
import { withoutContent } from '@/lib/platform/download'
import { respond, respondSheet, respondText } from '@/lib/platform/http'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import type { PastDay } from '@/lib/platform/shown-day'
import { dayParam } from '@/lib/register/as-of-parameter'
import { pageAsCsv } from '@/lib/register/csv'
import { type ExportFormat, exportFormats, exportList } from '@/lib/register/export'
import { type Filters, paramsOf, readFilters } from '@/lib/register/filters'
import { listAsJson } from '@/lib/register/list'

export const GET = getRouteAsOf(readList, async (actor, { filters, format, separator }, _, past) => {
  if (format === 'json') return respondText(await listAsJson(actor, filters))
  if (format === 'xlsx') return respondExport(await exportList(actor, { filters, rows: 'recommendations', format }))

  const page = await pageAsCsv(actor, filters, separator)
  if (!page.ok) return respond(page)
  const { text, next } = page.value
  const asCsv = `format=csv${separator === 'comma' ? '' : `&separator=${separator}`}`
  return respondSheet(
    text,
    next && `/api/v1/recommendations?${paramsOf({ ...filters, after: next })}&${asCsv}${dayIn(past)}`,
  )
})

export const HEAD = withoutContent(GET)

const dayIn = (past: PastDay | undefined) => (past ? `&${dayParam}=${past.day}` : '')

type Wanted = { filters: Filters; format: ExportFormat; separator?: Separator }

/**
 * Reads the filters of the list. `format=csv`, with an optional separator, returns the same page as CSV. `format=xlsx`
 * returns all rows, because a workbook has no next page.
 */
function readList(params: URLSearchParams): Result<Wanted> {
  const narrowing = new URLSearchParams(params)
  narrowing.delete('format')
  if (params.get('format') === 'csv') narrowing.delete('separator')
  const filters = readFilters(narrowing)
  if (!filters.ok) return filters

  const asked = params.get('format') ?? 'json'
  const format = exportFormats.find((one) => one === asked)
  if (!format) return invalidField('format', 'format_unknown')
  if (format !== 'csv') return ok({ filters: filters.value, format })
  const separator = readSeparator(params.get('separator'))
  return separator ? ok({ filters: filters.value, format, separator }) : invalidField('separator', 'separator_unknown')
}
