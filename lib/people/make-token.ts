import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { Email } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { type Role, TokenScope } from '@/prisma/generated/enums'
import { hashOf, newSecret } from './secrets'
import { scopesFor } from './token-scope'

const day = 24 * 60 * 60 * 1000

const Wish = z.strictObject({
  id: NewRowId,
  name: nameText('token_name_missing', 100),
  days: z.coerce
    .number('days_unreadable')
    .int('days_unreadable')
    .min(1, 'days_unreadable')
    .max(366, 'days_unreadable')
    .default(90),
  scope: z.enum(TokenScope, 'token_scope_missing').optional(),
})

/** A new token. The token itself is returned once and stored nowhere. */
export type NewToken = { id: string; name: string; scope: TokenScope; token: string; expiresAt: Date }

/**
 * Makes a token with which a program acts for the actor through the API, within a scope, until it expires. Refusals:
 * `session_needed`, `token_made_before`.
 */
export async function makeToken(actor: Actor, input: unknown): Promise<Result<NewToken>> {
  const parsed = Wish.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  return tokenFor({ id: actor.id, role: actor.role }, actor, parsed.data)
}

/** Makes a token for any person, from the console. Refusals: `email_unknown`, `user_disabled`, `token_made_before`. */
export async function makeTokenAtConsole(input: unknown): Promise<Result<NewToken>> {
  const parsed = Wish.extend({ user: Email }).safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { user: email, ...wish } = parsed.data
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, role: true, disabledAt: true },
  })
  if (!user) return notFound('email_unknown', { email })
  if (user.disabledAt) return conflict('user_disabled', null, { name: user.name })

  return tokenFor(user, null, wish)
}

async function tokenFor(
  { id: userId, role }: { id: string; role: Role },
  author: Actor | null,
  { id, name, days, ...wish }: z.infer<typeof Wish>,
): Promise<Result<NewToken>> {
  const scopes = scopesFor(role)
  const scope = wish.scope ?? scopes[0]
  if (!scopes.includes(scope)) return invalidField('scope', 'token_scope_beyond_role')

  return change(author, async ({ tx, record, now }) => {
    const token = `ft_${newSecret()}`
    const expiresAt = new Date(now.getTime() + days * day)
    const { count } = await tx.token.createMany({
      data: { id, userId, name, scope, hash: hashOf(token), createdAt: now, expiresAt },
      skipDuplicates: true,
    })
    if (count === 0) return conflict('token_made_before', null)

    const after = { userId, scope, expiresAt: expiresAt.toISOString() }
    record({ kind: 'token.made', subjectId: id, body: { before: null, after } })
    return ok({ id, name, scope, token, expiresAt })
  })
}
