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

/** Returns the actor of a page or a form, identified by the cookie of the session. Tokens work on the API only. */
export const currentActor = cache(async () => actorByCookie((await cookies()).get(sessionCookie.name)?.value))

/** Returns the actor of an API request, identified by its token or else by the cookie of the session. */
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

/**
 * Records the actor in the request: limits count by person, the security log contains the person, and pages use their
 * language.
 */
async function known(finding: Promise<SignedIn | null>) {
  reachedBy()
  const actor = await finding
  reachedBy(actor?.id)
  answerIn(actor?.locale ?? null)
  return actor
}

const bearer = (authorization: string | null) => authorization?.match(/^Bearer +(\S+) *$/i)?.[1]

/**
 * Returns the secret of the session from a cookie of ours, or undefined. Caches the decrypted cookie. The database is
 * still asked on each request whether the session is valid.
 */
export const secretIn = cachedByText(async (cookie: string) => {
  // A cookie that was not made here, or that has expired, identifies nobody.
  const token = await decode({ token: cookie, secret: instanceSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
})
