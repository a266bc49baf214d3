import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { cookieIn, sessionCookie } from '@/lib/people/cookie'
import type { RequestScope } from '@/lib/platform/request-scope'
import { subnetOf } from '@/lib/platform/subnet'

/** What a request costs at least, in points; a list costs one more for each 50 rows that it asks for. */
const costs = { read: 1, search: 3, change: 5, export: 50 }

/** What costs next to nothing, or has limits of its own: files, health, and signing in. */
const free = /^\/(_next\/|icon\.|favicon\.ico$|api\/health\/|api\/auth\/|sign-in$|invite\/|reset\/|setup$)/

type Asked = Pick<IncomingMessage, 'method' | 'url'> & Partial<Pick<IncomingMessage, 'headers'>>

export function costOf({ method = 'GET', url = '/', headers = {} }: Asked): number {
  const [pathname = '', query] = url.split('?')
  const searchParams = new URLSearchParams(query)
  if (free.test(pathname)) return isLarge(headers) ? costs.change : 0
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) return costs.change
  if (pathname.endsWith('.csv')) return costs.export
  const rows = Math.min(200, Number(searchParams.get('limit')) || 0)
  return (searchParams.get('q') ? costs.search : costs.read) + Math.ceil(Math.max(0, rows) / 50)
}

/** More than anybody types who signs in. */
const large = 64 * 1024

const isLarge = (headers: IncomingHttpHeaders) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > large

const remembered = 10_000

type Taken = {
  /** In how many seconds to try again, where there were not enough points. */
  wait?: number
  /** The request is one of the first beyond the limit, for which an answer may still take some work. */
  spared?: boolean
  account?: string | undefined
  settle(scope: RequestScope): void
}

/**
 * Limits what one person may ask of the server in a minute, and of people who are not signed in, what one address may.
 * Who somebody is turns out only when the request is answered, so that it is remembered by what they showed: whoever
 * shows nothing that ever worked counts by their address, and so can use up nobody else's points.
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

  /** Takes the points of a request. Answers after how many seconds to try again if there are not enough, and who asks if known. */
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
        const owed = account === undefined ? address : keyOf(account)
        if (account !== undefined) remember(shown, account)
        else if (reached) accounts.delete(shown)
        if (owed === key) return
        void limiter.reward(key, cost)
        void limiter.penalty(owed, cost)
      },
    }
  }
  return take
}

const keyOf = (account: string) => `account:${account}`

/** What somebody shows to be let in, so that it can't be read from memory. */
function shownBy({ headers }: IncomingMessage) {
  const shown = `${headers.authorization ?? ''}\n${cookieIn(headers.cookie ?? '', sessionCookie.name) ?? ''}`
  return createHash('sha256').update(shown).digest('base64')
}
