import 'server-only'
import { z } from 'zod'
import { TypedDetails, typedFields } from '@/lib/documents/typed-details'
import type { Actor } from '@/lib/domain/actor'
import { db, inWriterTurn, readIn, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { Version } from '@/lib/platform/version'
import type { ImportNow } from './import-shape'
import { mayImport } from './policy'
import { importNow } from './queries'
import { refusesDetails } from './refuses-details'

const Edit = z.strictObject({ id: ExistingId, version: Version, ...TypedDetails.shape })

/**
 * Changes the details of the document that an import becomes. They may be incomplete until it is published. Details that
 * are left out stay. Those that were found in the file count as confirmed. Returns the import. Refusals:
 * `import_forbidden`, `import_not_found`, `import_published`, `import_withdrawn`, `import_changed`,
 * `edition_details_fixed`.
 */
export async function editImport(actor: Actor, input: unknown): Promise<Result<ImportNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Edit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  return inWriterTurn(() => db.$transaction((tx) => edit(tx, parsed.data)))
}

async function edit(tx: Transaction, { id, version, ...typed }: z.output<typeof Edit>): Promise<Result<ImportNow>> {
  const [row] = await readIn<{ details: TypedDetails; found: boolean; version: number }>(
    tx,
    'import-to-edit',
    sql`select details - 'found' as details, details ? 'found' as found, version from imports where id = ${id}::uuid for update`,
  )
  if (!row) return notFound('import_not_found')
  const there = await importNow(tx, id)
  if (there.state === 'withdrawn') return conflict('import_withdrawn', there)
  if (there.published) return conflict('import_published', there, { code: there.published.code })

  const before = TypedDetails.parse(row.details)
  const details = { ...before, ...typed }
  const isSame = typedFields.every((field) => (details[field] ?? '') === (before[field] ?? ''))
  if (isSame && (there.editionOf || !row.found)) return unchanged(there)
  if (there.editionOf) return refusesDetails(typed) ?? unchanged(there)
  if (row.version !== version) return conflict('import_changed', there)

  await tx.import.update({ where: { id }, data: { details, version: { increment: 1 } }, select: { id: true } })
  return ok(await importNow(tx, id))
}
