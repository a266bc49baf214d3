import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { answerIn } from '@/lib/platform/languages'
import { reachedBy } from '@/lib/platform/request-scope'
import { tellRequestsBy } from '@/lib/platform/security-log'
import { cachedByText } from '@/lib/platform/text-cache'
import { cookieIn, sessionCookie } from './cookie'
import { instanceSecret } from './secrets'
import { findSession } from './sessions'
import type { SignedIn } from './signed-in-user'
import { findByToken } from './tokens'

export type { SignedIn } from './signed-in-user'

tellRequestsBy(async () => headers())

/** Who is asking, for pages and their actions: by the session's cookie alone. A token works on the API only. */
export const currentActor = cache(async () => actorByCookie((await cookies()).get(sessionCookie.name)?.value))

/** Who is asking the API: by a token where the request brings one, else by the session's cookie. */
export async function actorOfApi(headers: Headers): Promise<SignedIn | null> {
  const token = bearer(headers.get('authorization'))
  if (token !== undefined) return known(findByToken(token))
  return actorByCookie(cookieIn(headers.get('cookie') ?? '', sessionCookie.name))
}

const actorByCookie = (cookie: string | undefined) => known(findByCookie(cookie))

async function findByCookie(cookie: string | undefined): Promise<SignedIn | null> {
  const secret = cookie && (await secretIn(cookie))
  return secret ? findSession(secret) : null
}

/** Tells the request who asks: the limits count by person, the security log names them, and pages speak their language. */
async function known(finding: Promise<SignedIn | null>) {
  reachedBy()
  const actor = await finding
  reachedBy(actor?.id)
  answerIn(actor?.locale ?? null)
  return actor
}

const bearer = (authorization: string | null) => authorization?.match(/^Bearer +(\S+) *$/i)?.[1]

/**
 * The session's secret in a cookie of ours; none in any other. A cookie is deciphered once, not on each page: whether its
 * session still stands is asked of the database each time.
 */
export const secretIn = cachedByText(async (cookie: string) => {
  // A cookie that is no token of ours, or an old one, is nobody's.
  const token = await decode({ token: cookie, secret: instanceSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
})
