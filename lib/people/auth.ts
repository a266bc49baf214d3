import 'server-only'
import { cookies, headers } from 'next/headers'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { Code } from '@/lib/platform/i18n'
import { log } from '@/lib/platform/log'
import { cookie, invitationCookie, quarterHour, sessionCookie } from './cookie'
import { linkIdentity, personOf } from './identities'
import { openId, type Profile, profileOf, provider } from './openid'
import { instanceSecret } from './secret'
import { beginSession, endSessionOf, findSession, lifetimeInSeconds } from './sessions'
import { signIn } from './sign-in'

const password = Credentials({
  credentials: { email: {}, password: {} },
  authorize: (typed, { headers = {} }) => signIn({ ...typed, address: headers['x-forwarded-for'] }),
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
    signIn: ({ account, profile }) => account?.type !== 'oauth' || admit(profileOf(profile)),

    // The cookie holds the secret of a row in `sessions` and nothing else: what may be done is asked of the database.
    async jwt({ token, user, account, profile }) {
      if (!user) return token
      const person = account?.type === 'oauth' ? await personOf(profileOf(profile)) : user
      if (!person) throw new Error('Nobody signs in.')
      return { sid: await beginSession(person.id, (await headers()).get('user-agent')) }
    },

    async session({ session: { expires }, token }) {
      const actor = typeof token.sid === 'string' ? await findSession(token.sid) : null
      if (!actor) throw new Error('This session has ended.')
      return { expires, user: { name: actor.name, email: actor.email } }
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token.sid === 'string') await endSessionOf(token.sid)
    },
  },
  logger: {
    error: (code, metadata) => log.warn({ code, reason: metadata.message }, 'A sign-in failed.'),
    warn: (code) => log.debug({ code }, 'next-auth remarks something.'),
    debug: () => {},
  },
})

/** Lets somebody in whom the provider knows, or answers the page that says why not. */
async function admit(profile: Profile): Promise<true | string> {
  const known = await personOf(profile)
  if (known) return known.disabled ? refusal('sign_in_closed') : true

  const jar = await cookies()
  const invitation = jar.get(invitationCookie.name)?.value
  if (!invitation) return refusal('not_invited')

  jar.delete(invitationCookie.name)
  const linked = await linkIdentity(invitation, profile)
  return linked.ok || refusal(linked.code)
}

const refusal = (code: Code) => `/sign-in?error=${code}`

/** The handler of `/api/auth/…`, for GET and POST. */
export const authHandler = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(options())(request, context)
