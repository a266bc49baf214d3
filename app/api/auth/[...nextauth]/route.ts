import { authHandler } from '@/lib/people/auth'

type Context = RouteContext<'/api/auth/[...nextauth]'>

/** What next-auth's script would write into our log, we leave unread: anybody could. */
async function handle(request: Request, context: Context) {
  const { nextauth } = await context.params
  return nextauth[0] === '_log' ? new Response(null, { status: 404 }) : authHandler(request, context)
}

export { handle as GET, handle as POST }
