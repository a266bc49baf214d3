import { reading } from '@/app/api/v1/edge'
import { respondSheet, respondText } from '@/lib/platform/http'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import { pageAsCsv } from '@/lib/recommendations/csv'
import { type Filters, readFilters } from '@/lib/recommendations/filters'
import { listAsJson } from '@/lib/recommendations/list'

export const GET = reading(readList, async (actor, { filters, csv }) =>
  csv ? respondSheet(await pageAsCsv(actor, filters)) : respondText(await listAsJson(actor, filters)),
)

/** The filters of the page; and `format=csv` for the same rows as a sheet. */
function readList(params: URLSearchParams): Result<{ filters: Filters; csv: boolean }> {
  const narrowing = new URLSearchParams(params)
  narrowing.delete('format')
  const filters = readFilters(narrowing)
  if (!filters.ok) return filters

  const format = params.get('format') ?? 'json'
  if (format !== 'json' && format !== 'csv') return invalidField('format', 'format_unknown')
  return ok({ filters: filters.value, csv: format === 'csv' })
}
