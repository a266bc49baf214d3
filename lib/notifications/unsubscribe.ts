import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { keyedHashOf } from '@/lib/people/secrets'
import { db } from '@/lib/platform/db'
import { origin } from '@/lib/platform/origin'
import { notFound, ok, type Result, unchanged } from '@/lib/platform/result'

/*
 * A link in an email ends these emails without a sign-in. Its code has the ID of the person and a signature of this
 * instance, so that nobody can make one for somebody else.
 */

const signatureOf = (userId: string) => keyedHashOf(`unsubscribe ${userId}`)

/** Returns the URL with which a person ends the emails of their notifications. A mail program posts to it (RFC 8058). */
export const unsubscribeUrl = (userId: string) =>
  new URL(`/api/unsubscribe/${userId}.${signatureOf(userId)}`, origin).href

const Code = z
  .string()
  .regex(/^[^.]{36}\.[0-9a-f]{64}$/)
  .transform((code) => code.split('.'))
  .pipe(z.tuple([z.uuid(), z.string()]))

function personIn(code: string): string | undefined {
  const parsed = Code.safeParse(code)
  if (!parsed.success) return undefined
  const [userId, signature] = parsed.data
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(userId))) ? userId : undefined
}

/** Ends the emails of the person in a code. Refusals: `unsubscribe_unknown`. */
export async function unsubscribe(code: string): Promise<Result<null>> {
  const id = personIn(code)
  if (!id || (await db.user.count({ where: { id } })) === 0) return notFound('unsubscribe_unknown')
  const wanting = { id, mailFrequency: { not: 'never' as const } }
  const { count } = await db.user.updateMany({ where: wanting, data: { mailFrequency: 'never' } })
  return count > 0 ? ok(null) : unchanged(null)
}

/** Returns whether the person in a code gets emails of their notifications, or undefined if nobody is in it. */
export async function getsMails(code: string): Promise<boolean | undefined> {
  const id = personIn(code)
  const person = id && (await db.user.findUnique({ where: { id }, select: { mailFrequency: true } }))
  return person ? person.mailFrequency !== 'never' : undefined
}
