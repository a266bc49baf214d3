import 'server-only'
import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import { authHandler } from '@/lib/people/auth'
import { origin } from '@/lib/platform/origin'

/**
 * Asks next-auth's own handler, in process, for what its script would ask from the browser, so that forms work without
 * script. Its cookies go to the browser; its answer is the address to go on to.
 */
export async function nextAuthRequest(path: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken }: { csrfToken: string } = await (await ask('csrf')).json()
  const body = new URLSearchParams({ ...fields, csrfToken })
  const response = await ask(path, { method: 'POST', body })
  return new URL(response.headers.get('location') ?? '/', origin)
}

/** Where the provider asks who somebody is; or, where it can't be reached, the page that says so. */
export async function addressAtProvider(onward: string): Promise<string> {
  const address = await nextAuthRequest('signin/oidc', { callbackUrl: onward })
  return address.origin === new URL(origin).origin ? '/sign-in?error=provider_failed' : address.href
}

async function ask(path: string, init?: { method: string; body: URLSearchParams }) {
  const request = new NextRequest(new URL(`/api/auth/${path}`, origin), init)
  const response = await authHandler(request, { params: Promise.resolve({ nextauth: path.split('/') }) })

  const jar = await cookies()
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie)
  return response
}
