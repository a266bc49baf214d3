import 'server-only'
import type { Change } from '@/lib/history/change'
import { endLinks } from './links'
import { revokeTokens } from './revoke-tokens'
import { endSessionsOf } from './sessions'

/** Ends everything that gives access without a password: sessions, links and tokens. The history records each token. */
export async function endAccess(change: Change, userId: string) {
  await endSessionsOf(change, userId)
  await endLinks(change, userId)
  await revokeTokens(change, { userId })
}
