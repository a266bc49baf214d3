import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { GivenId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { about } from './about'
import type { Actor } from './actor'
import { Email } from './email'
import { hashOf, newSecret } from './secret'

const day = 24 * 60 * 60 * 1000

const Wish = z.strictObject({
  id: GivenId,
  name: nameText('token_name_missing', 100),
  days: z.coerce
    .number('days_unreadable')
    .int('days_unreadable')
    .min(1, 'days_unreadable')
    .max(366, 'days_unreadable')
    .default(90),
})

/** The token itself is answered once and kept nowhere. */
export type NewToken = { id: string; name: string; token: string; expiresAt: Date }

/** Makes a token with which a program acts as this person, through the API, until it expires. */
export async function makeToken(actor: Actor, input: unknown): Promise<Result<NewToken>> {
  const parsed = Wish.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  return tokenFor(actor.id, actor, parsed.data)
}

/** The same from the console, for anybody. */
export async function makeTokenAtConsole(input: unknown): Promise<Result<NewToken>> {
  const parsed = Wish.extend({ user: Email }).safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { user: email, ...wish } = parsed.data
  const user = await db.user.findUnique({ where: { email }, select: { id: true, name: true, disabledAt: true } })
  if (!user) return notFound('email_unknown', { email })
  if (user.disabledAt) return forbidden('user_disabled', { name: user.name })

  return tokenFor(user.id, null, wish)
}

function tokenFor(
  userId: string,
  author: Actor | null,
  { id, name, days }: z.infer<typeof Wish>,
): Promise<Result<NewToken>> {
  return change(author, async (tx, record, now) => {
    const token = `ft_${newSecret()}`
    const expiresAt = new Date(now.getTime() + days * day)
    const { count } = await tx.token.createMany({
      data: { id, userId, name, hash: hashOf(token), createdAt: now, expiresAt },
      skipDuplicates: true,
    })
    if (count === 0) return forbidden('token_made_before')

    const after = { userId, expiresAt: expiresAt.toISOString() }
    record({ kind: 'token.made', ...about(id), body: { before: null, after } })
    return ok({ id, name, token, expiresAt })
  })
}
