import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { cookieIn, sessionCookie } from '@/lib/people/cookie'
import type { RequestScope } from '@/lib/platform/request-scope'
import { subnetOf } from '@/lib/platform/subnet'

/** The lowest cost of a request, in points. A list costs one more point for each 50 rows that it asks for. */
const costs = { read: 1, search: 3, change: 5, export: 50 }

/** Addresses that cost next to nothing, or that have their own limits: files, health checks and signing in. */
const free = /^\/(_next\/|icon\.|favicon\.ico$|api\/health\/|api\/auth\/|sign-in$|invite\/|reset\/|setup$)/

/** Files with all rows of a list, and checks of reports, which count everything again. */
const exported = /\.(csv|xlsx|json)$|^(\/api\/v1)?\/verify\/[^/]+$/

type CostedRequest = Pick<IncomingMessage, 'method' | 'url'> & Partial<Pick<IncomingMessage, 'headers'>>

export function costOf({ method = 'GET', url = '/', headers = {} }: CostedRequest): number {
  const [pathname = '', query] = url.split('?')
  const searchParams = new URLSearchParams(query)
  if (free.test(pathname)) return isLarge(headers) ? costs.change : 0
  if (pathname === '/verify/file') return costs.export
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) return costs.change
  if (exported.test(pathname)) return costs.export
  const rows = Math.min(200, Number(searchParams.get('limit')) || 0)
  return (searchParams.get('q') ? costs.search : costs.read) + Math.ceil(Math.max(0, rows) / 50)
}

/** A larger body than anyone sends to sign in, in bytes. */
const large = 64 * 1024

const isLarge = (headers: IncomingHttpHeaders) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > large

const remembered = 10_000

type Taken = {
  /** The seconds to wait before trying again, if there were not enough points. */
  wait?: number
  /** Whether the request is one of the first over the limit, whose answer may still take some work. */
  spared?: boolean
  account?: string | undefined
  settle(scope: RequestScope): void
}

/**
 * Limits the requests of each person in a minute and, for people who are not signed in, of each address. The server
 * learns only from the answer who sent a request, so it remembers the account of each credential. A request whose
 * credential never worked counts for its address. It therefore cannot use up the points of anyone else.
 */
export function rateLimit(points: number) {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  const accounts = new Map<string, string>()

  function remember(shown: string, account: string) {
    accounts.delete(shown)
    accounts.set(shown, account)
    const [oldest] = accounts.keys()
    if (accounts.size > remembered && oldest !== undefined) accounts.delete(oldest)
  }

  /**
   * Takes the points of a request. Returns the seconds to wait if there are not enough, and the account if it is known.
   */
  async function take(request: IncomingMessage): Promise<Taken> {
    const cost = points === 0 ? 0 : costOf(request)
    if (cost === 0) return { settle() {} }

    const shown = shownBy(request)
    const address = `address:${subnetOf(String(request.headers['x-forwarded-for']))}`
    const known = accounts.get(shown)
    const key = known === undefined ? address : keyOf(known)
    const spent = await limiter.consume(key, cost).catch((refusal: unknown) => refusal)
    const refused = !(spent instanceof RateLimiterRes) || spent.consumedPoints > points
    return {
      ...(refused &&
        spent instanceof RateLimiterRes && {
          wait: Math.ceil(spent.msBeforeNext / 1000),
          spared: spent.consumedPoints <= 2 * points,
        }),
      account: known,
      settle({ reached, account }) {
        const payer = account === undefined ? address : keyOf(account)
        if (account !== undefined) remember(shown, account)
        else if (reached) accounts.delete(shown)
        if (payer === key) return
        void limiter.reward(key, cost)
        void limiter.penalty(payer, cost)
      },
    }
  }
  return take
}

const keyOf = (account: string) => `account:${account}`

/** Returns a hash of the credentials of a request, so that they cannot be read from memory. */
function shownBy({ headers }: IncomingMessage) {
  const shown = `${headers.authorization ?? ''}\n${cookieIn(headers.cookie ?? '', sessionCookie.name) ?? ''}`
  return createHash('sha256').update(shown).digest('base64')
}
