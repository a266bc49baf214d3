import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { MailFrequency } from '@/prisma/generated/enums'

const Frequency = z.strictObject({ frequency: z.enum(MailFrequency, 'mail_frequency_missing') })

/** Returns how often a person gets emails of their notifications. */
export async function mailFrequencyOf({ id }: Actor): Promise<MailFrequency> {
  const { mailFrequency } = await db.user.findUniqueOrThrow({ where: { id }, select: { mailFrequency: true } })
  return mailFrequency
}

/**
 * Sets how often the actor gets emails of their notifications. It is no part of the record, so it appends no event.
 * Refusals: `session_needed`.
 */
export async function setMailFrequency(actor: Actor, input: unknown): Promise<Result<MailFrequency>> {
  const parsed = Frequency.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { frequency } = parsed.data
  const { count } = await db.user.updateMany({
    where: { id: actor.id, mailFrequency: { not: frequency } },
    data: { mailFrequency: frequency },
  })
  return count > 0 ? ok(frequency) : unchanged(frequency)
}
