import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { eventAbout } from './event-about'

/** Ends those that still work, and records each; answers how many. */
export async function revokeTokens(
  tx: Transaction,
  record: (event: NewEvent) => void,
  which: { userId: string; id?: string },
  now: Date,
) {
  const revoked = await tx.token.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, userId: true },
  })
  for (const { id, userId } of revoked) {
    record({ kind: 'token.revoked', ...eventAbout(id), body: { before: null, after: { userId } } })
  }
  return revoked.length
}
