import { z } from 'zod'
import { isDatabaseAway, isDatabaseBusy, isDiskFull } from './database-failure'
import { log } from './log'
import { currentRequest, type RequestFailure } from './request-scope'

const Failed = z.object({ digest: z.string().optional(), stack: z.string().optional(), message: z.string() })

type FailedRequest = { method: string; route: string; id: string | undefined }

const Aborted = z.union([
  z.object({ name: z.enum(['AbortError', 'ResponseAborted']) }),
  z.object({ code: z.enum(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']), syscall: z.undefined().optional() }),
])

/**
 * Logs why a request failed, with the reference of the error or of the request, either of which a page may show. Logs
 * the route and not the URL, which may contain a secret code. Only errors of ours have the level `error` and a stack.
 */
export function logFailedRequest(error: unknown, { method, route, id }: FailedRequest) {
  const { digest: reference, stack, message } = Failed.catch({ message: String(error) }).parse(error)
  const failure = failureOf(error, method)
  const scope = currentRequest()
  if (scope) scope.failure ??= failure

  const line = { reference, request: id, method, route }
  if (failure === 'ours' && Aborted.safeParse(error).success) log.info(line, 'The visitor left before the answer.')
  else if (failure === 'ours') log.error({ ...line, stack }, message)
  else if (failure === 'unreadable') log.info(line, 'The body of a form could not be read.')
  else log.warn({ ...line, failure }, message)
}

function failureOf(error: unknown, method: string): RequestFailure {
  if (isDiskFull(error)) return 'full'
  if (isDatabaseAway(error)) return 'away'
  if (isDatabaseBusy(error)) return 'busy'
  // Next parses a form before it calls our code, so an error before that comes from what was sent.
  return method === 'POST' && currentRequest()?.reached === false ? 'unreadable' : 'ours'
}
