import type { Instrumentation } from 'next'

let log: typeof import('@/lib/platform/failed-request').logFailedRequest | undefined

export async function register() {
  // Next compiles this file for its other runtime too, which has no files and no log.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  log = (await import('@/lib/platform/failed-request')).logFailedRequest
}

/** Must know what failed before the answer goes out. */
export const onRequestError: Instrumentation.onRequestError = (error, { method, headers }, { routePath }) => {
  log?.(error, { method, route: routePath, id: headers['x-request-id']?.toString() })
}
