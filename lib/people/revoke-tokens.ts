import 'server-only'
import type { Change } from '@/lib/history/change'

/** Revokes the tokens that still work and records an event for each. Returns their number. */
export async function revokeTokens({ tx, record, now }: Change, which: { userId: string; id?: string }) {
  const revoked = await tx.token.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, userId: true },
  })
  for (const { id, userId } of revoked) {
    record({ kind: 'token.revoked', subjectId: id, body: { before: null, after: { userId } } })
  }
  return revoked.length
}
