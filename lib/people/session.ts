import 'server-only'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { sessionCookie } from './cookie'
import { instanceSecret } from './secret'
import { findSession, type SignedIn } from './sessions'

export type { SignedIn } from './sessions'

/** Who is asking, by the session's cookie; nobody when there is none that still stands. */
export const currentActor = cache(async (): Promise<SignedIn | null> => {
  const cookie = (await cookies()).get(sessionCookie)?.value
  const secret = cookie && (await secretIn(cookie))
  return secret ? findSession(secret) : null
})

async function secretIn(cookie: string) {
  // A cookie that is no token of ours, or an old one, is nobody's.
  const token = await decode({ token: cookie, secret: instanceSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}
