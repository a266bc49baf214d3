import 'server-only'
import { now } from './clock'
import { log } from './log'
import { currentRequest } from './request-scope'
import type { Failure, FieldError } from './result'

/**
 * The events of the security log. docs/operation.md describes each. Changes of accounts and tokens have the same names
 * as in the history.
 */
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
  | 'infected_file'
  | `${'user' | 'token'}.${string}`

type Facts = Record<string, string | number | null | undefined>

/** The most lines of one kind in a minute, so that nobody can fill the disk by causing them. */
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

/**
 * Writes one line, with the facts about the current request, if there is one. Lines contain IDs, but never secrets or
 * text that people wrote.
 */
export async function logSecurity(event: SecurityEvent, facts: Facts = {}) {
  const { write, dropped } = countLine(event)
  if (!write) return
  log.info({ event, ...(await requestFacts()), ...facts, ...(dropped && { dropped }) }, 'Security.')
}

/** Logs a refusal: a 403, a cross-site request, or input that is not valid. Logs its codes, never its text. */
export async function logRefusal(refusal: Pick<Failure, 'reason' | 'code'> & { errors?: readonly FieldError[] }) {
  const { reason, code, errors = [] } = refusal
  if (reason === 'forbidden') await logSecurity(code === 'cross_site' ? 'cross_site' : 'refused', { code })
  if (reason !== 'invalid') return
  const codes = [...new Set(errors.map((error) => error.code))]
  await logSecurity('invalid', { code: codes.length > 0 ? codes.slice(0, mostCodes).join(',') : code })
}

const mostCodes = 10

type RequestHeaders = { get: (name: string) => string | null }
type Shared = { followthroughSecurityLog?: { ask?: () => Promise<RequestHeaders> } }

/** The function with which Next's runtime gives the current request. All of Next's bundles share it. */
const shared: Shared = globalThis as typeof globalThis & Shared
shared.followthroughSecurityLog ??= {}
const requests = shared.followthroughSecurityLog

/** Sets the function that returns the current request. The console has no requests and never calls this. */
export function tellRequestsBy(ask: () => Promise<RequestHeaders>) {
  requests.ask = ask
}

async function requestFacts() {
  const actor = currentRequest()?.account
  const headers = await currentHeaders()
  return headers ? { actor, ...factsIn(headers) } : { actor }
}

/** Returns what the security log says about a request with these headers. */
export function factsIn(headers: RequestHeaders) {
  return {
    address: headers.get('x-forwarded-for') ?? undefined,
    agent: headers.get('user-agent')?.slice(0, 200),
    request: headers.get('x-request-id') ?? undefined,
  }
}

/** Returns undefined outside a request: on the console, and in tests of commands. */
async function currentHeaders() {
  try {
    return (await requests.ask?.()) ?? null
  } catch {
    return null
  }
}
