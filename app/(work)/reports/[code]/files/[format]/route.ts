import { requireUser } from '@/app/_actions/require-user'
import { respondPublicationFile } from '@/app/_actions/respond-publication'
import { withoutContent } from '@/lib/platform/download'

/** Downloads a report as a file in one of its formats. */
export async function GET(_: Request, { params }: RouteContext<'/reports/[code]/files/[format]'>) {
  const actor = await requireUser()
  const { code, format } = await params
  return respondPublicationFile(actor, `${code}.${format}`)
}

export const HEAD = withoutContent(GET)
