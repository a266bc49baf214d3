import { z } from 'zod'
import { handedOverIn } from '@/lib/assignments/handed-over'
import type { Actor } from '@/lib/domain/actor'
import { findPerson } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'

const Handed = z.object({ done: z.literal('owned'), change: ExistingId })

/**
 * What the reader has just handed over of somebody who still owns so many assignments, in words. The address names the
 * change, and history tells what was done in it. Nothing where that change is not one of theirs.
 */
export async function handedOver(actor: Actor, from: { id: string; owns: number }, said: unknown) {
  const handed = Handed.safeParse(said)
  const done = handed.success ? await handedOverIn(actor, handed.data.change, from.id) : undefined
  const to = done && (await findPerson(actor, done.to))
  return to ? t('people.owned.done', { moved: done.moved, left: from.owns, name: to.name }) : undefined
}
