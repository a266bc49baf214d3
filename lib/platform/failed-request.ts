import { z } from 'zod'
import { log } from './log'

const Failed = z.object({ digest: z.string().optional(), stack: z.string().optional(), message: z.string() })

type Asked = { method: string; route: string; id: string | undefined }

/**
 * Logs what failed by our own mistake, under the references that a page may show: the failure's, or the request's. The
 * route and not the address, which may hold a code.
 */
export function logFailedRequest(error: unknown, { method, route, id }: Asked) {
  const { digest: reference, stack, message } = Failed.catch({ message: String(error) }).parse(error)
  log.error({ reference, request: id, method, route, stack }, message)
}
