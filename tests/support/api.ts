import { encode } from 'next-auth/jwt'
import { hashOf, instanceSecret } from '@/lib/people/secrets'
import { beginSession } from '@/lib/people/sessions'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { TokenScope } from '@/prisma/generated/enums'
import { givenPeople, people } from './given'

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>
type Name = keyof typeof people

type Call = {
  /** The person whose token is sent. */
  as?: Name
  /** The scope of the token. By default it allows everything. */
  scope?: TokenScope
  /** Without the question mark. */
  query?: string
  body?: unknown
  headers?: Record<string, string>
}

const address = 'http://127.0.0.1:3000/api/v1'

/** Calls a route as the server does. Returns the response, with its JSON parsed. */
export async function call<P>(
  route: Route<P>,
  path: P,
  { as, scope = 'manage', query = '', body, headers = {} }: Call = {},
) {
  const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const authorization = as && { authorization: `Bearer ${await tokenOf(as, scope)}` }
  const sent = { method: body === undefined ? 'GET' : 'POST', headers: { ...authorization, ...headers }, ...content }

  const response = await route(new Request(`${address}?${query}`, sent), { params: Promise.resolve(path) })
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  const link = response.headers.get('link')
  return { status: response.status, type, ...(link && { link }), body: type.includes('json') ? JSON.parse(text) : text }
}

const tokens = new Map<string, string>()

async function tokenOf(name: Name, scope: TokenScope) {
  const known = tokens.get(`${name} ${scope}`)
  if (known) return known

  await givenPeople()
  const token = newId()
  tokens.set(`${name} ${scope}`, token)
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000)
  await db.token.create({ data: { userId: people[name].id, name: 'Test', scope, hash: hashOf(token), expiresAt } })
  return token
}

/** Returns the cookie of a browser in which a person is signed in. */
export async function cookieOf(name: Name) {
  await givenPeople()
  const sid = await beginSession(people[name].id, 'Test')
  return `session=${await encode({ token: { sid }, secret: instanceSecret() })}`
}
