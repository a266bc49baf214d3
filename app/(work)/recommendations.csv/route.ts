import { redirect } from 'next/navigation'
import { requireUser } from '@/app/_actions/require-user'
import { listAddressWith } from '@/app/_addresses/recommendation-list'
import type { SignedIn } from '@/lib/people/session'
import { readSeparator, type Separator, sheet } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalid, invalidField } from '@/lib/platform/result'
import { showing, shownPast } from '@/lib/platform/shown-day'
import { readDay, withoutDay } from '@/lib/register/as-of-parameter'
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
  const day = readDay(searchParams)
  if (!day.ok && !wantsPage(request)) return respond(day)
  if (!day.ok) redirect(listAddressWith(searchParams))
  return showing(day.value, () => sheetOf(request, actor, withoutDay(searchParams), separator))
}

const wantsPage = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false

async function sheetOf(request: Request, actor: SignedIn, params: URLSearchParams, separator: Separator) {
  const { shown, errors } = await readPageQuery(actor, params)
  if (errors.length > 0) {
    // Never returns more than was asked for: the page says which filter it cannot read.
    if (wantsPage(request)) redirect(listAddressWith(params))
    return respond(invalid(...errors))
  }
  const listed = shown.view === 'list'
  const lines = await (listed ? recommendationsCsv : assignmentsCsv)(actor, { ...shown, after: undefined }, separator)
  const past = shownPast()
  const name = `${listed ? 'recommendations' : 'assignments'}${past ? `-as-of-${past.day}` : ''}`
  return lines.ok ? sheet(name, lines.value) : respond(lines)
}
