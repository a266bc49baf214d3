import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { findPerson } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'

const count = z.coerce.number().int().min(0)
const Handed = z.object({ done: z.literal('owned'), to: ExistingId, moved: count, left: count })

/** What the address of a person's page says was handed over, and to whom; undefined where it says nothing of that. */
export async function handedOver(actor: Actor, said: unknown): Promise<string | undefined> {
  const handed = Handed.safeParse(said)
  const to = handed.success ? await findPerson(actor, handed.data.to) : null
  return to && handed.success ? t('people.owned.done', { ...handed.data, name: to.name }) : undefined
}
