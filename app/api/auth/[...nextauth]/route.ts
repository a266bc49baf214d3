import { isKnownRefusal } from '@/app/(auth)/sign-in/refusals'
import { authHandler } from '@/lib/people/auth'
import { clearSiteData } from '@/lib/platform/clear-site-data'
import { fail } from '@/lib/platform/http'
import { origin } from '@/lib/platform/origin'

type Context = RouteContext<'/api/auth/[...nextauth]'>

/** next-auth answers 500 to a method that an address of its does not take. */
const posted = /^(callback\/credentials|_log)$/

/** What next-auth's script would write into our log, we leave unread: anybody could. */
async function handle(request: Request, context: Context) {
  const path = (await context.params).nextauth.join('/')
  if (path === '_log') return new Response(null, { status: 404 })
  if (request.method === 'GET' && posted.test(path)) return fail(405, 'method_unknown', { allow: 'POST' })

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
