import type { Instrumentation } from 'next'
import { z } from 'zod'
import { log } from '@/lib/platform/log'

const Failed = z.object({ digest: z.string().optional(), stack: z.string().optional(), message: z.string() })

/** What fails by our own mistake is logged under the reference that the page shows; without the query, which may hold a code. */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routePath }) => {
  const { digest: reference, stack, message } = Failed.catch({ message: String(error) }).parse(error)
  log.error({ reference, method, route: routePath, stack }, message)
}
