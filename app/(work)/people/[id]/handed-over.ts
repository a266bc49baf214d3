import { z } from 'zod'
import { handedOverIn } from '@/lib/assignments/handed-over'
import type { Actor } from '@/lib/domain/actor'
import { findPerson } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'

const Handed = z.object({ done: z.literal('owned'), change: ExistingId })

/**
 * Returns the sentence for what the reader has just handed over from a person who still owns this many assignments. The
 * URL contains the ID of the change, and the history says what was done in it. Returns undefined if the reader did not
 * make that change.
 */
export async function handedOver(actor: Actor, from: { id: string; owns: number }, search: unknown) {
  const handed = Handed.safeParse(search)
  const done = handed.success ? await handedOverIn(actor, handed.data.change, from.id) : undefined
  const to = done && (await findPerson(actor, done.to))
  return to ? t('people.owned.done', { moved: done.moved, left: from.owns, name: to.name }) : undefined
}
