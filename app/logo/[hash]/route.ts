import { findLogo } from '@/lib/instance/queries'

/** The site's logo. Its address changes with its content, so that browsers may keep it. */
export async function GET(_: Request, { params }: RouteContext<'/logo/[hash]'>) {
  const { hash } = await params
  const logo = await findLogo(hash)
  if (!logo) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(logo.bytes, {
    headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
