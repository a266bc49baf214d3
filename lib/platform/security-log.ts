import 'server-only'
import { now } from './clock'
import { log } from './log'
import { currentRequest } from './request-scope'
import type { Failure, FieldError } from './result'

/** What the security log tells: docs/operation.md lists each. Changes of accounts and tokens have their names in history. */
export type SecurityEvent =
  | 'sign_in'
  | 'sign_in_failed'
  | 'sign_in_blocked'
  | 'sign_in_delayed'
  | 'sign_out'
  | 'password_link_asked'
  | 'password_link_blocked'
  | 'token_used'
  | 'token_refused'
  | 'refused'
  | 'invalid'
  | 'cross_site'
  | 'too_many_requests'
  | `${'user' | 'token'}.${string}`

type Facts = Record<string, string | number | null | undefined>

/** So many lines of one kind a minute: whoever provokes them doesn't fill the disk. */
const mostInAMinute = 600

const minutes = new Map<SecurityEvent, { minute: number; lines: number }>()

function countLine(event: SecurityEvent) {
  const minute = Math.floor(now().getTime() / 60_000)
  const before = minutes.get(event)
  const lines = before?.minute === minute ? before.lines + 1 : 1
  minutes.set(event, { minute, lines })
  const left = before && before.minute !== minute ? before.lines - mostInAMinute : 0
  return { write: lines <= mostInAMinute, dropped: left > 0 ? left : undefined }
}

/** Writes one line, with the request from which it comes, where there is one. It names ids and never secrets or words. */
export async function logSecurity(event: SecurityEvent, facts: Facts = {}) {
  const { write, dropped } = countLine(event)
  if (!write) return
  log.info({ event, ...(await requestFacts()), ...facts, ...(dropped && { dropped }) }, 'Security.')
}

/** Logs what was refused: a 403, a cross-site request, or input that is not valid; with codes, never with words. */
export async function logRefusal(refusal: Pick<Failure, 'reason' | 'code'> & { errors?: readonly FieldError[] }) {
  const { reason, code, errors = [] } = refusal
  if (reason === 'forbidden') await logSecurity(code === 'cross_site' ? 'cross_site' : 'refused', { code })
  if (reason !== 'invalid') return
  const codes = [...new Set(errors.map((error) => error.code))]
  await logSecurity('invalid', { code: codes.length > 0 ? codes.slice(0, mostCodes).join(',') : code })
}

const mostCodes = 10

type Asked = { get: (name: string) => string | null }
type Shared = { followthroughSecurityLog?: { ask?: () => Promise<Asked> } }

/** How the pages' runtime tells of the request under way; shared by all of Next's bundles. */
const shared: Shared = globalThis as typeof globalThis & Shared
shared.followthroughSecurityLog ??= {}
const requests = shared.followthroughSecurityLog

/** Lines name the request from which they come, as `ask` tells it. The console has no requests and never calls this. */
export function tellRequestsBy(ask: () => Promise<Asked>) {
  requests.ask = ask
}

async function requestFacts() {
  const actor = currentRequest()?.account
  const headers = await currentHeaders()
  return headers ? { actor, ...factsIn(headers) } : { actor }
}

/** What the security log says of a request that has these headers. */
export function factsIn(headers: Asked) {
  return {
    address: headers.get('x-forwarded-for') ?? undefined,
    agent: headers.get('user-agent')?.slice(0, 200),
    request: headers.get('x-request-id') ?? undefined,
  }
}

/** None outside a request: on the console, and in tests of commands. */
async function currentHeaders() {
  try {
    return (await requests.ask?.()) ?? null
  } catch {
    return null
  }
}
