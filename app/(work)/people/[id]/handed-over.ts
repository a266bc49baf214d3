import { z } from 'zod'
import { handedOverIn, type Kept, keptFrom } from '@/lib/assignments/handed-over'
import type { Actor } from '@/lib/domain/actor'
import { findPerson } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'

const Handed = z.object({ done: z.literal('owned'), change: ExistingId })

/** What was handed over in words, and the first assignments that stay because the new owner cannot own them. */
export type HandedOver = { said: string; name: string; left: number; kept: Kept[] }

/**
 * Returns what the reader has just handed over from a person who still owns this many assignments. The URL contains the
 * ID of the change, and the history says what was done in it. Returns undefined if the reader did not make that change.
 */
export async function handedOver(
  actor: Actor,
  from: { id: string; owns: number },
  search: unknown,
): Promise<HandedOver | undefined> {
  const handed = Handed.safeParse(search)
  const done = handed.success ? await handedOverIn(actor, handed.data.change, from.id) : undefined
  const to = done && (await findPerson(actor, done.to))
  if (!to) return undefined
  const { name } = to
  const said = t('people.owned.done', { moved: done.moved, name })
  return { said, name, left: from.owns, kept: from.owns > 0 ? await keptFrom(from.id, to.id) : [] }
}
