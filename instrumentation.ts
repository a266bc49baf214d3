import type { Instrumentation } from 'next'

export const onRequestError: Instrumentation.onRequestError = async (error, { method, headers }, { routePath }) => {
  // Next compiles this file for its other runtime too, which has no files and no log.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFailedRequest } = await import('@/lib/platform/failed-request')
  logFailedRequest(error, { method, route: routePath, id: headers['x-request-id']?.toString() })
}
