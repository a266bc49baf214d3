import { findLogo } from '@/lib/instance/queries'

/** Returns the site's logo. Its URL changes with its content, so browsers may cache it. */
export async function GET(_: Request, { params }: RouteContext<'/logo/[hash]'>) {
  const { hash } = await params
  const logo = await findLogo(hash)
  if (!logo) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(logo.bytes, {
    headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
