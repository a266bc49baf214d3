import 'server-only'
import { cookies, headers } from 'next/headers'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { isDatabaseAway, isDatabaseBusy, isDiskFull } from '@/lib/platform/database-failure'
import type { Code } from '@/lib/platform/i18n'
import { log } from '@/lib/platform/log'
import { logSecurity } from '@/lib/platform/security-log'
import { cookie, invitationCookie, quarterHour, sessionCookie } from './cookie'
import { linkIdentity, personOf } from './identities'
import { knownBrowserCookie, rememberIn } from './known-browser'
import { openId, profileOf, provider } from './openid'
import { instanceSecret } from './secrets'
import { secretIn } from './session'
import { beginSession, endSessionOf, findSession, lifetimeInSeconds } from './sessions'
import { signIn } from './sign-in'
import { noteSignIn } from './sign-in-log'

const password = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (typed, { headers = {} }) => {
    const browser = (await cookies()).get(knownBrowserCookie.name)?.value
    const { 'x-forwarded-for': address, 'user-agent': agent } = headers
    return signIn({ ...typed, address, agent, browser }).catch(failed)
  },
})

const options = (): NextAuthOptions => ({
  secret: instanceSecret(),
  providers: provider ? [password, openId(provider)] : [password],
  session: { strategy: 'jwt', maxAge: lifetimeInSeconds },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: sessionCookie,
    callbackUrl: cookie('callback'),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', quarterHour),
    state: cookie('state', quarterHour),
    nonce: cookie('nonce', quarterHour),
  },
  callbacks: {
    signIn: ({ account, profile }) => account?.type !== 'oauth' || admit(profile).catch(unanswered),

    // The cookie contains only the secret of a row in `sessions`. Permissions are read from the database.
    async jwt({ token, user, account, profile }) {
      if (!user) return token
      const person = account?.type === 'oauth' ? await personOf(profileOf(profile)) : user
      if (!person) throw new Error('Nobody signs in.')
      return { sid: await enter(person.id, account?.type === 'oauth' ? 'provider' : 'password') }
    },

    async session({ session: { expires }, token }) {
      const actor = typeof token.sid === 'string' ? await findSession(token.sid) : null
      if (!actor) throw new Error('This session has ended.')
      return { expires, user: { name: actor.name, email: actor.email } }
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token.sid !== 'string') return
      await endSessionOf(token.sid)
      await logSecurity('sign_out')
    },
  },
  logger: {
    error: (code, metadata) => log.warn({ code, reason: metadata.message }, 'A sign-in failed.'),
    warn: (code) => log.debug({ code }, 'next-auth remarks something.'),
    debug: () => {},
  },
})

/**
 * Starts a session in this browser. Ends the browser's earlier session, and records the browser as known to the
 * account.
 */
async function enter(userId: string, how: 'password' | 'provider') {
  const jar = await cookies()
  const before = jar.get(sessionCookie.name)?.value
  const secret = before && (await secretIn(before))
  if (secret) await endSessionOf(secret)

  const { name, options } = knownBrowserCookie
  jar.set(name, rememberIn(jar.get(name)?.value, userId), options)
  const requestHeaders = await headers()
  const agent = requestHeaders.get('user-agent')
  await noteSignIn(userId, how, { address: requestHeaders.get('x-forwarded-for'), agent })
  await logSecurity('sign_in', { account: userId, how })
  return beginSession(userId, agent)
}

/** Signs in a person whom the provider knows, or returns the page that explains why not. */
async function admit(claims: unknown): Promise<true | string> {
  const profile = profileOf(claims)
  const known = await personOf(profile)
  if (known) return known.disabled ? refusal('sign_in_closed') : true

  const jar = await cookies()
  const invitation = jar.get(invitationCookie.name)?.value
  if (!invitation) return refusal('not_invited')

  jar.delete(invitationCookie.name)
  const linked = await linkIdentity(invitation, profile)
  return linked.ok || refusal(linked.code)
}

/**
 * Throws an error with a safe message. next-auth puts the message of an error into a URL, so the log gets the real one.
 */
function failed(error: unknown): never {
  throw new Error(logged(error) ?? ('unexpected' satisfies Code))
}

/** Logs an error. Returns its code if a problem of the database caused it. */
function logged(error: unknown): Code | undefined {
  const code = databaseFailureOf(error)
  const reason = error instanceof Error ? error.message : String(error)
  log[code ? 'warn' : 'error']({ reason }, 'A sign-in failed.')
  return code
}

function databaseFailureOf(error: unknown): Code | undefined {
  if (isDiskFull(error)) return 'disk_full'
  if (isDatabaseAway(error)) return 'database_away'
  return isDatabaseBusy(error) ? 'database_busy' : undefined
}

function unanswered(error: unknown) {
  return refusal(logged(error) ?? 'provider_failed')
}

const refusal = (code: Code) => `/sign-in?error=${code}`

/** Handles GET and POST requests to `/api/auth/…`. */
export const authHandler = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(options())(request, context)
