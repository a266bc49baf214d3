import type { Actor } from '@/lib/domain/actor'
import type { Separator } from '@/lib/platform/csv'
import { ok, type Result } from '@/lib/platform/result'
import { type ExportFormat, exportList } from '@/lib/register/export'
import type { Filters } from '@/lib/register/filters'

type Rows = 'recommendations' | 'assignments'

const csvOf =
  (rows: Rows) =>
  async (actor: Actor, filters: Filters, separator: Separator = 'comma'): Promise<Result<AsyncGenerator<string>>> => {
    const file = await exportList(actor, { filters, rows, format: 'csv', separator })
    return file.ok ? ok(textsOf(file.value.parts)) : file
  }

/** All recommendations or assignments as CSV, in parts. */
export const recommendationsCsv = csvOf('recommendations')
export const assignmentsCsv = csvOf('assignments')

async function* textsOf(parts: AsyncGenerator<string | Uint8Array>) {
  for await (const part of parts) yield typeof part === 'string' ? part : new TextDecoder().decode(part)
}

/** Returns a whole exported file with its content. */
export async function exported(actor: Actor, filters: Filters, format: ExportFormat, rows: Rows = 'recommendations') {
  const file = await exportList(actor, { filters, rows, format })
  if (!file.ok) throw new Error(`The export was refused: ${file.code}`)
  const parts: Buffer[] = []
  for await (const part of file.value.parts) parts.push(Buffer.from(part))
  return { ...file.value, content: Buffer.concat(parts) }
}
