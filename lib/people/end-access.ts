import 'server-only'
import type { Change } from '@/lib/history/change'
import { endLinks } from './links'
import { revokeTokens } from './revoke-tokens'
import { endSessionsOf } from './sessions'

/** Ends all that lets somebody in without their password: sessions, links and tokens. History names each token. */
export async function endAccess(change: Change, userId: string) {
  await endSessionsOf(change, userId)
  await endLinks(change, userId)
  await revokeTokens(change, { userId })
}
