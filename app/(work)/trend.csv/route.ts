import { requireUser } from '@/app/_actions/require-user'
import { TrendQuery, trendOf } from '@/lib/overview/trend'
import { trendCsv } from '@/lib/overview/trend-csv'
import { readSeparator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalidField, unparsed } from '@/lib/platform/result'
import { showing } from '@/lib/platform/shown-day'
import { readDay, withoutDay } from '@/lib/register/as-of-parameter'

/** Returns the figures of a chart as CSV, with the parameters of the trend in the API. */
export async function GET(request: Request) {
  const actor = await requireUser()
  const { searchParams } = new URL(request.url)
  const separator = readSeparator(searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  searchParams.delete('separator')
  const day = readDay(searchParams)
  if (!day.ok) return respond(day)
  const asked = TrendQuery.safeParse(Object.fromEntries(withoutDay(searchParams)))
  if (!asked.success) return respond(unparsed(asked.error))

  const trend = await showing(day.value, () => trendOf(actor, asked.data))
  if (!trend.ok) return respond(trend)
  return sheet(`trend-as-of-${trend.value.asOf}-event-${trend.value.seq}`, trendCsv(trend.value, separator))
}
