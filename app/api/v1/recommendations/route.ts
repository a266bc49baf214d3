import { reading } from '@/app/api/v1/edge'
import { respond, respondSheet, respondText } from '@/lib/platform/http'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import { pageAsCsv } from '@/lib/recommendations/csv'
import { type Filters, paramsOf, readFilters } from '@/lib/recommendations/filters'
import { listAsJson } from '@/lib/recommendations/list'

export const GET = reading(readList, async (actor, { filters, csv }) => {
  if (!csv) return respondText(await listAsJson(actor, filters))

  const page = await pageAsCsv(actor, filters)
  if (!page.ok) return respond(page)
  const { text, next } = page.value
  return respondSheet(text, next && `/api/v1/recommendations?${paramsOf({ ...filters, after: next })}&format=csv`)
})

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
