import { z } from 'zod'
import { isKnownRefusal } from '@/app/(auth)/sign-in/refusals'
import { authHandler } from '@/lib/people/auth'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { fail } from '@/lib/platform/http'
import { origin } from '@/lib/platform/origin'

type Context = RouteContext<'/api/auth/[...nextauth]'>

/** The addresses of next-auth with their methods. For any other, next-auth would answer 500. */
const taken: Record<string, string> = {
  csrf: 'GET',
  providers: 'GET',
  error: 'GET',
  'verify-request': 'GET',
  signin: 'GET',
  session: 'GET, POST',
  signout: 'GET, POST',
  'signin/oidc': 'GET, POST',
  'callback/oidc': 'GET, POST',
  'callback/credentials': 'POST',
}

/** Ignores what next-auth's script would write into our log, because anyone could send it. */
async function handle(request: Request, context: Context) {
  const path = (await context.params).nextauth.join('/')
  const allow = Object.hasOwn(taken, path) ? taken[path] : undefined
  if (allow === undefined) return fail(404, 'address_unknown')
  if (!allow.split(', ').includes(request.method)) return fail(405, 'method_unknown', { allow })

  const answer = await authHandler(request, context)
  if (path === 'signout' && request.method === 'POST') clearSiteData()
  return withoutWords(answer)
}

const Onward = z.object({ url: z.string() })

/** Cleans the URL to go to. next-auth sends it as a header, or as JSON to scripts that ask for it. */
async function withoutWords(answer: Response) {
  const { status, headers: sent } = answer
  const headers = new Headers(sent)
  const location = sent.get('location')
  if (location) {
    headers.set('location', knownErrorsOnly(location))
    return new Response(answer.body, { status, headers })
  }
  if (!sent.get('content-type')?.startsWith('application/json')) return answer
  const onward = Onward.safeParse(await answer.clone().json())
  if (!onward.success) return answer
  return new Response(JSON.stringify({ url: knownErrorsOnly(onward.data.url) }), { status, headers })
}

/** Replaces an unknown error in a URL by a known code, so that no message of an exception appears in it. */
function knownErrorsOnly(url: string) {
  if (!URL.canParse(url, origin)) return url
  const address = new URL(url, origin)
  const error = address.searchParams.get('error')
  if (error === null || isKnownRefusal(error)) return url
  address.searchParams.set('error', 'Callback')
  return address.href
}

export { handle as GET, handle as POST }
