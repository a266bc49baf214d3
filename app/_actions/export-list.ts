import 'server-only'
import { redirect } from 'next/navigation'
import { listAddressWith } from '@/app/_addresses/recommendation-list'
import type { SignedIn } from '@/lib/people/session'
import { respond } from '@/lib/platform/http'
import { invalid } from '@/lib/platform/result'
import { showing } from '@/lib/platform/shown-day'
import { type ExportFormat, exportList } from '@/lib/register/export'
import { readPageQuery } from '@/lib/register/page-query'
import { readExportParameters } from './export-parameters'
import { requireUser } from './require-user'
import { respondExport } from './respond-export'

/**
 * Returns the route that downloads the filtered list with all its pages in a format. For the matrix, which can have any
 * number of columns, the file has its cells.
 */
export const exportRoute = (format: ExportFormat) => async (request: Request) => {
  const actor = await requireUser()

  const read = readExportParameters(request)
  if (!read.ok) return respond(read)
  const { separator, day, others: params } = read.value
  if (!day.ok && !wantsPage(request)) return respond(day)
  if (!day.ok) redirect(listAddressWith(new URL(request.url).searchParams))
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
