import 'server-only'
import { TypedDetails } from '@/lib/documents/typed-details'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/file-store'
import { ExistingId } from '@/lib/platform/id'
import { filledIn } from './import-shape'
import { mayImport } from './policy'

/** What a form to import begins with, if the same is to be imported again: what was typed, as far as it is there. */
export async function earlierImport(actor: Actor, id: string) {
  if (!mayImport(actor)) return undefined
  const row = await db.import.findUnique({
    where: { id: ExistingId.parse(id) },
    select: { details: true, name: true, storedAs: true, text: true },
  })
  if (!row) return undefined
  const details = filledIn(TypedDetails.parse(row.details))
  return { details, text: row.name === '' ? (row.text ?? (await textIn(row.storedAs))) : undefined }
}

async function textIn(storedAs: string | null) {
  const content = storedAs === null ? undefined : await openFile(storedAs)
  return content && (await new Response(content).text())
}
