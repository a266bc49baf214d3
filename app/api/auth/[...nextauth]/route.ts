import { isKnownRefusal } from '@/app/(auth)/sign-in/refusals'
import { authHandler } from '@/lib/people/auth'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { fail } from '@/lib/platform/http'
import { origin } from '@/lib/platform/origin'

type Context = RouteContext<'/api/auth/[...nextauth]'>

/** The addresses that next-auth has here, with their methods: to any other it answers 500. */
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

/** What next-auth's script would write into our log, we leave unread: anybody could. */
async function handle(request: Request, context: Context) {
  const path = (await context.params).nextauth.join('/')
  const allow = Object.hasOwn(taken, path) ? taken[path] : undefined
  if (allow === undefined) return fail(404, 'address_unknown')
  if (!allow.split(', ').includes(request.method)) return fail(405, 'method_unknown', { allow })

  const answer = await authHandler(request, context)
  if (path === 'signout' && request.method === 'POST') clearSiteData()
  return withoutWords(answer)
}

/** An address says why a sign-in failed by a code that we know: never in the words of an exception. */
function withoutWords(answer: Response) {
  const location = answer.headers.get('location')
  if (!location || !URL.canParse(location, origin)) return answer

  const address = new URL(location, origin)
  const error = address.searchParams.get('error')
  if (error === null || isKnownRefusal(error)) return answer
  address.searchParams.set('error', 'Callback')
  const headers = new Headers(answer.headers)
  headers.set('location', address.href)
  return new Response(answer.body, { status: answer.status, headers })
}

export { handle as GET, handle as POST }
