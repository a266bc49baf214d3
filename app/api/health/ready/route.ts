import { isReady } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** It can serve people: a balancer may send them here. */
export async function GET() {
  const ready = await isReady()
  return Response.json({ status: ready ? 'ready' : 'not_ready' }, { status: ready ? 200 : 503 })
}
