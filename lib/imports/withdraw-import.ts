import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import type { ImportNow } from './import-shape'
import { mayImport } from './policy'
import { importNow } from './queries'

const Withdraw = z.strictObject({ id: ExistingId })

/**
 * Withdraws an import that is not published. It stays with what was decided, but nobody can publish it. Returns the
 * import. Refusals: `import_forbidden`, `import_not_found`, `import_published`.
 */
export async function withdrawImport(actor: Actor, input: unknown): Promise<Result<ImportNow>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImport(actor)) return forbidden('import_forbidden')

  const { id } = parsed.data
  return inWriterTurn(() =>
    db.$transaction(async (tx) => {
      const { count } = await tx.import.updateMany({
        where: { id, state: { in: ['queued', 'parsing', 'review', 'failed'] } },
        data: { state: 'withdrawn', withdrawnAt: now(), withdrawnById: actor.id, version: { increment: 1 } },
      })
      if (count > 0) return ok(await importNow(tx, id))
      if ((await tx.import.count({ where: { id } })) === 0) return notFound('import_not_found')
      const there = await importNow(tx, id)
      return there.published ? conflict('import_published', there, { code: there.published.code }) : unchanged(there)
    }),
  )
}
