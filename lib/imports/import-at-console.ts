import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { receiveFile } from '@/lib/platform/file-store'
import { forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import type { ImportNow } from './import-shape'
import { keeperAtConsole } from './keeper-at-console'
import { mayImport } from './policy'
import { publishImport } from './publish-import'
import { countsOfImport, findImport, type ImportCounts } from './queries'
import { readImports } from './read-imports'
import { receiveStored } from './receive-import'

const Given = z.object({
  file: z.string('import_file_missing'),
  code: z.string().optional(),
  user: z.string().optional(),
  publish: z.boolean().default(false),
})

type ImportedAtConsole = ImportNow & { counts: ImportCounts }

/**
 * Imports a file at the console and waits until it is read. With `publish`, publishes it with everything that is
 * suggested. Acts as the user with an email, or as the administrator whose account is the oldest. Refusals: those of
 * `receiveImport` and `publishImport`, `import_keeper_missing`, `email_unknown`.
 */
export async function importAtConsole(input: unknown): Promise<Result<ImportedAtConsole>> {
  const parsed = Given.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { file, code, user, publish } = parsed.data

  const keeper = await keeperAtConsole(user)
  if (!keeper.ok) return keeper
  const actor = keeper.value
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const size = await stat(file).catch(() => undefined)
  if (!size?.isFile()) return invalidField('file', 'import_file_missing')
  const arrived = await receiveFile(createReadStream(file), new AbortController().signal)
  const received = await receiveStored(actor, arrived, file, code === undefined ? {} : { code })
  if (!received.ok) return received

  const { id } = received.value
  const read = await untilRead(actor, id)
  if (!read.ok || read.value.state === 'failed') return withCounts(read)
  return withCounts(publish ? await publishImport(actor, { id, code, accept: 'above' }) : read)
}

/** Another process may read the import, so this one looks from time to time. */
async function untilRead(actor: Actor, id: string): Promise<Result<ImportNow>> {
  for (;;) {
    await readImports()
    const found = await findImport(actor, id)
    if (!found.ok || !['queued', 'parsing'].includes(found.value.state)) return found
    await pause(500)
  }
}

async function withCounts(result: Result<ImportNow>): Promise<Result<ImportedAtConsole>> {
  return result.ok ? ok({ ...result.value, counts: await countsOfImport(result.value) }) : result
}
