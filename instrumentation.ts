import type { Instrumentation } from 'next'
import { z } from 'zod'
import { log } from '@/lib/platform/log'

const Failed = z.object({ digest: z.string().optional(), stack: z.string().optional(), message: z.string() })

/**
 * What fails by our own mistake is logged under the references that a page may show: the failure's, or the request's.
 * Without the query, which may hold a code.
 */
export const onRequestError: Instrumentation.onRequestError = (error, { method, headers }, { routePath }) => {
  const { digest: reference, stack, message } = Failed.catch({ message: String(error) }).parse(error)
  log.error({ reference, request: headers['x-request-id'], method, route: routePath, stack }, message)
}
