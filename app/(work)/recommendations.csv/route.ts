import { redirect } from 'next/navigation'
import { requireUser } from '@/app/_actions/require-user'
import { readSeparator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalid, invalidField } from '@/lib/platform/result'
import { assignmentsCsv, recommendationsCsv } from '@/lib/register/csv'
import { readPageQuery } from '@/lib/register/page-query'

/**
 * Returns the filtered list as CSV with all its pages. For the matrix, which can have any number of columns, returns
 * its cells.
 */
export async function GET(request: Request) {
  const actor = await requireUser()

  const { searchParams } = new URL(request.url)
  const separator = readSeparator(searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  searchParams.delete('separator')
  const { shown, errors } = await readPageQuery(actor, searchParams)
  if (errors.length > 0) {
    // Never returns more than was asked for: the page says which filter it cannot read.
    if (request.headers.get('accept')?.includes('text/html')) redirect(`/recommendations?${searchParams}`)
    return respond(invalid(...errors))
  }
  const listed = shown.view === 'list'
  const lines = await (listed ? recommendationsCsv : assignmentsCsv)(actor, { ...shown, after: undefined }, separator)
  return lines.ok ? sheet(listed ? 'recommendations' : 'assignments', lines.value) : respond(lines)
}
