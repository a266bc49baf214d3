import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { endLinks } from './links'
import { revokeTokens } from './revoke-tokens'
import { endSessionsOf } from './sessions'

/** Ends all that lets somebody in without their password: sessions, links and tokens. History names each token. */
export async function endAccess(tx: Transaction, record: (event: NewEvent) => void, userId: string, moment: Date) {
  await endSessionsOf(tx, userId, moment)
  await endLinks(tx, userId, moment)
  await revokeTokens(tx, record, { userId }, moment)
}
