import 'server-only'
import { download } from '@/lib/platform/download'
import { respond } from '@/lib/platform/http'
import type { Result } from '@/lib/platform/result'
import type { ExportedFile } from '@/lib/register/export'
import { exportHeader, type HeaderAbout } from '@/lib/register/export-about'

type File = Omit<ExportedFile, 'about'> & { about: HeaderAbout }

/** Returns a response that downloads an exported file, with a header that says what it contains. */
export function respondExport(file: Result<File>): Response {
  if (!file.ok) return respond(file)
  const { about, ...rest } = file.value
  return download({ ...rest, headers: { 'x-followthrough-export': exportHeader(about) } })
}
