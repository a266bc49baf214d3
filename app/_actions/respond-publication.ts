import 'server-only'
import type { SignedIn } from '@/lib/people/session'
import { download } from '@/lib/platform/download'
import { respond } from '@/lib/platform/http'
import { notFound } from '@/lib/platform/result'
import { formats, publicationFormats } from '@/lib/publications/formats'
import { contentOf } from '@/lib/publications/queries'

/** Returns a response that downloads a report as a file, by its code and its format: `7KQ2-M0VD-9XEA-4TRB.csv`. */
export async function respondPublicationFile(actor: SignedIn, file: string): Promise<Response> {
  const dot = file.lastIndexOf('.')
  const format = publicationFormats.find((one) => one === file.slice(dot + 1))
  if (!format) return respond(notFound('publication_not_found'))
  const found = await contentOf(actor, file.slice(0, dot))
  if (!found.ok) return respond(found)
  const { type, parts } = formats[format]
  const { code } = found.value.content.issue
  return download({ name: `report-${code}.${format}`, type, parts: parts(found.value) })
}
