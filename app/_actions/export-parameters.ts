import 'server-only'
import { readSeparator, type Separator } from '@/lib/platform/csv'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import type { PastDay } from '@/lib/platform/shown-day'
import { readDay, withoutDay } from '@/lib/register/as-of-parameter'

type ExportParameters = { separator: Separator; day: Result<PastDay | undefined>; others: URLSearchParams }

/** Reads the separator of a file and the day that it shows, and returns the other parameters of its address. */
export function readExportParameters(request: Request): Result<ExportParameters> {
  const { searchParams } = new URL(request.url)
  const separator = readSeparator(searchParams.get('separator'))
  if (!separator) return invalidField('separator', 'separator_unknown')
  searchParams.delete('separator')
  return ok({ separator, day: readDay(searchParams), others: withoutDay(searchParams) })
}
