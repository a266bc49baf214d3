import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Change } from '@/lib/history/change'
import { ok } from '@/lib/platform/result'
import { importNow } from './queries'

type Published = { id: string; sha256: string; editionId: string }

/** Marks an import as published, with its edition. Returns the import. */
export async function markPublished({ tx, now }: Change, actor: Actor, { id, sha256, editionId }: Published) {
  await tx.edition.update({ where: { id: editionId }, data: { sha256 }, select: { id: true } })
  await tx.import.update({
    where: { id },
    data: {
      state: 'published',
      editionId,
      publishedAt: now,
      publishedById: actor.id,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  return ok(await importNow(tx, id))
}
