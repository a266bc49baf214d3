import 'server-only'
import type { SignedIn } from '@/lib/people/session'
import { download } from '@/lib/platform/download'
import type { Content } from '@/lib/platform/file-place'
import { respond } from '@/lib/platform/http'
import { notFound } from '@/lib/platform/result'
import { isWrittenFormat, type WrittenFormat } from '@/lib/publications/child/written-formats'
import { readCode } from '@/lib/publications/code'
import { formats, publicationFormats } from '@/lib/publications/formats'
import { contentOf, openWritten } from '@/lib/publications/queries'

/** Returns a response that downloads a report as a file, by its code and its format: `7KQ2-M0VD-9XEA-4TRB.csv`. */
export async function respondPublicationFile(actor: SignedIn, file: string): Promise<Response> {
  const dot = file.lastIndexOf('.')
  const [name, ending] = [file.slice(0, dot), file.slice(dot + 1)]
  if (isWrittenFormat(ending)) return respondWritten(actor, name, ending)
  const format = publicationFormats.find((one) => one === ending)
  if (!format) return respond(notFound('publication_not_found'))
  const found = await contentOf(actor, name)
  if (!found.ok) return respond(found)
  const { type, parts } = formats[format]
  const { code } = found.value.content.issue
  return download({ name: `report-${code}.${format}`, type, parts: parts(found.value) })
}

const types: Record<WrittenFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

async function respondWritten(actor: SignedIn, code: string, format: WrittenFormat): Promise<Response> {
  const found = await openWritten(actor, code, format)
  if (!found.ok) return respond(found)
  return download({ name: `report-${readCode(code)}.${format}`, type: types[format], parts: partsOf(found.value) })
}

async function* partsOf(content: Content) {
  yield* content
}
