import 'server-only'
import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import { authHandler } from '@/lib/people/auth'
import { origin } from '@/lib/platform/origin'

/**
 * Sends a request to next-auth's own handler in this process, as its script would do in the browser, so that forms work
 * without script. Passes its cookies to the browser and returns the address to go to.
 */
export async function nextAuthRequest(path: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken }: { csrfToken: string } = await (await ask('csrf')).json()
  const body = new URLSearchParams({ ...fields, csrfToken })
  const response = await ask(path, { method: 'POST', body })
  return new URL(response.headers.get('location') ?? '/', origin)
}

/**
 * Returns the address at which the provider signs people in, or the page that says that the provider cannot be reached.
 */
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
