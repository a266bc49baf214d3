import 'server-only'
import { headers } from 'next/headers'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { checkPassword } from './check-password'
import { cookieName, secure } from './cookie'
import { instanceSecret } from './secret'
import { beginSession, endSession, lifetimeInSeconds } from './sessions'

const cookie = (name: string, more = {}) => ({
  name: cookieName(name),
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure, ...more } as const,
})

const quarterHour = { maxAge: 15 * 60 }

const password = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(typed) {
    const id = typed && (await checkPassword(typed.email, typed.password))
    return id ? { id } : null
  },
})

const options = (): NextAuthOptions => ({
  secret: instanceSecret(),
  providers: [password],
  session: { strategy: 'jwt', maxAge: lifetimeInSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: cookie('session'),
    callbackUrl: cookie('callback'),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', quarterHour),
    state: cookie('state', quarterHour),
    nonce: cookie('nonce', quarterHour),
  },
  callbacks: {
    // The cookie holds the secret of a row in `sessions` and nothing else: what may be done is asked of the database.
    async jwt({ token, user }) {
      if (!user) return token
      const agent = (await headers()).get('user-agent')
      return { sid: await beginSession(user.id, agent) }
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token.sid === 'string') await endSession(token.sid)
    },
  },
})

/** The handler of `/api/auth/…`, for GET and POST. */
export const authHandler = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(options())(request, context)
