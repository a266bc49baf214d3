import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { hashed, newSalt } from './events'

/** Keeps why somebody did something, in a row of its own; answers what history says of it. */
export async function keepReason(tx: Transaction, author: { id: string }, text: string, now: Date) {
  const id = newId()
  const salt = newSalt()
  await tx.reason.create({ data: { id, text, salt, authorId: author.id, writtenAt: now } })
  return hashed(id, text, salt)
}
