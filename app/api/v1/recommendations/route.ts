import { getRouteAsOf } from '@/app/api/v1/edge'
import { readSeparator, type Separator } from '@/lib/platform/csv'
import { respond, respondSheet, respondText } from '@/lib/platform/http'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import type { PastDay } from '@/lib/platform/shown-day'
import { dayParam } from '@/lib/register/as-of-parameter'
import { pageAsCsv } from '@/lib/register/csv'
import { type Filters, paramsOf, readFilters } from '@/lib/register/filters'
import { listAsJson } from '@/lib/register/list'

export const GET = getRouteAsOf(readList, async (actor, { filters, separator }, _, past) => {
  if (!separator) return respondText(await listAsJson(actor, filters))

  const page = await pageAsCsv(actor, filters, separator)
  if (!page.ok) return respond(page)
  const { text, next } = page.value
  const format = `format=csv${separator === 'comma' ? '' : `&separator=${separator}`}`
  return respondSheet(
    text,
    next && `/api/v1/recommendations?${paramsOf({ ...filters, after: next })}&${format}${dayIn(past)}`,
  )
})

const dayIn = (past: PastDay | undefined) => (past ? `&${dayParam}=${past.day}` : '')

type Wanted = { filters: Filters; separator?: Separator }

/** Reads the filters of the list. `format=csv`, with an optional separator, returns the same rows as CSV. */
function readList(params: URLSearchParams): Result<Wanted> {
  const narrowing = new URLSearchParams(params)
  narrowing.delete('format')
  if (params.get('format') === 'csv') narrowing.delete('separator')
  const filters = readFilters(narrowing)
  if (!filters.ok) return filters

  const format = params.get('format') ?? 'json'
  if (format !== 'json' && format !== 'csv') return invalidField('format', 'format_unknown')
  if (format === 'json') return ok({ filters: filters.value })
  const separator = readSeparator(params.get('separator'))
  return separator ? ok({ filters: filters.value, separator }) : invalidField('separator', 'separator_unknown')
}
