import 'server-only'
import { TrendQuery } from '@/lib/overview/trend'
import { type TrendFormat, trendFile } from '@/lib/overview/trend-file'
import { respond } from '@/lib/platform/http'
import { unparsed } from '@/lib/platform/result'
import { showing } from '@/lib/platform/shown-day'
import { readExportParameters } from './export-parameters'
import { requireUser } from './require-user'
import { respondExport } from './respond-export'

/** Returns the route that downloads a trend in a format. Its parameters are those of the trend in the API. */
export const trendRoute = (format: TrendFormat) => async (request: Request) => {
  const actor = await requireUser()
  const read = readExportParameters(request)
  if (!read.ok) return respond(read)
  const { separator, day, others } = read.value
  if (!day.ok) return respond(day)
  const asked = TrendQuery.safeParse(Object.fromEntries(others))
  if (!asked.success) return respond(unparsed(asked.error))
  return showing(day.value, async () => respondExport(await trendFile(actor, asked.data, { format, separator })))
}
