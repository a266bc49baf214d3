import { respondPublicationFile } from '@/app/_actions/respond-publication'
import { getRoute, noQuery } from '@/app/api/v1/edge'
import { withoutContent } from '@/lib/platform/download'
import { respond } from '@/lib/platform/http'
import { findPublication } from '@/lib/publications/queries'

type Path = { code: string }

/** A report by its code, or one of its files: `7KQ2-M0VD-9XEA-4TRB.json`. */
export const GET = getRoute(noQuery, async (actor, _, { code }: Path) =>
  code.includes('.') ? respondPublicationFile(actor, code) : respond(await findPublication(actor, code)),
)

export const HEAD = withoutContent(GET)
