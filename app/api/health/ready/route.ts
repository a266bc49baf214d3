import { health } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** Answers whether the instance can serve people, so that a load balancer may send them here. */
export async function GET() {
  const found = await health()
  if (found.status === 'ready') return Response.json(found)
  return Response.json(found, { status: 503, headers: { 'retry-after': '5' } })
}
