import { requireUser } from '@/app/_actions/require-user'
import { byteOrderMark, csvRow, readSeparator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalidField } from '@/lib/platform/result'
import { templateColumns } from '@/lib/sheets/template'

/** Returns a spreadsheet to fill in, as CSV. */
export async function GET(request: Request) {
  await requireUser()
  const separator = readSeparator(new URL(request.url).searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  return sheet('followthrough-template', linesOf(byteOrderMark + csvRow(templateColumns(), separator)))
}

async function* linesOf(line: string) {
  yield line
}
