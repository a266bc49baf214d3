import 'server-only'
import { newId } from '@/lib/platform/id'
import type { Change } from './change'
import { hashed, newSalt } from './events'

/** Stores why a person did something, in a row of its own. Returns what the event records of it. */
export async function keepReason({ tx, now }: Pick<Change, 'tx' | 'now'>, author: { id: string }, text: string) {
  const id = newId()
  const salt = newSalt()
  await tx.reason.create({ data: { id, text, salt, authorId: author.id, writtenAt: now } })
  return hashed(id, text, salt)
}

/** Stores a reason that is optional. Returns nothing if it was left out. */
export const keepReasonIfGiven = async (change: Pick<Change, 'tx' | 'now'>, author: { id: string }, text?: string) =>
  text === undefined ? undefined : keepReason(change, author, text)
