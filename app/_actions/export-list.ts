import 'server-only'
import { redirect } from 'next/navigation'
import { listAddressWith } from '@/app/_addresses/recommendation-list'
import type { SignedIn } from '@/lib/people/session'
import { readSeparator } from '@/lib/platform/csv'
import { respond } from '@/lib/platform/http'
import { invalid, invalidField } from '@/lib/platform/result'
import { showing } from '@/lib/platform/shown-day'
import { readDay, withoutDay } from '@/lib/register/as-of-parameter'
import { type ExportFormat, exportList } from '@/lib/register/export'
import { readPageQuery } from '@/lib/register/page-query'
import { requireUser } from './require-user'
import { respondExport } from './respond-export'

/**
 * Returns the route that downloads the filtered list with all its pages in a format. For the matrix, which can have any
 * number of columns, the file has its cells.
 */
export const exportRoute = (format: ExportFormat) => async (request: Request) => {
  const actor = await requireUser()

  const { searchParams } = new URL(request.url)
  const separator = readSeparator(searchParams.get('separator'))
  if (!separator) return respond(invalidField('separator', 'separator_unknown'))
  searchParams.delete('separator')
  const day = readDay(searchParams)
  if (!day.ok && !wantsPage(request)) return respond(day)
  if (!day.ok) redirect(listAddressWith(searchParams))
  const params = withoutDay(searchParams)
  return showing(day.value, () => exportShown(request, actor, params, { format, separator }))
}

const wantsPage = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false

type Wanted = { format: ExportFormat; separator: 'comma' | 'semicolon' }

async function exportShown(request: Request, actor: SignedIn, params: URLSearchParams, wanted: Wanted) {
  const { shown, errors } = await readPageQuery(actor, params)
  if (errors.length > 0) {
    // Never returns more than was asked for: the page says which filter it cannot read.
    if (wantsPage(request)) redirect(listAddressWith(params))
    return respond(invalid(...errors))
  }
  const rows = shown.view === 'list' ? 'recommendations' : 'assignments'
  return respondExport(await exportList(actor, { filters: shown, rows, ...wanted }))
}
