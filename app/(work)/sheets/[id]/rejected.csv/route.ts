import { requireUser } from '@/app/_actions/require-user'
import { readSeparator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalidField } from '@/lib/platform/result'
import { slugOf } from '@/lib/platform/text'
import { rejectedRowsCsv } from '@/lib/sheets/rejected-rows'

/** Returns the rows of a spreadsheet that cannot be imported, with what is wrong in each, as CSV. */
export async function GET(request: Request, { params }: RouteContext<'/sheets/[id]/rejected.csv'>) {
  const actor = await requireUser()
  const separator = readSeparator(new URL(request.url).searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  const found = await rejectedRowsCsv(actor, (await params).id, separator)
  return found.ok ? sheet(`${slugOf(found.value.name) || 'sheet'}-rejected`, found.value.lines) : respond(found)
}
