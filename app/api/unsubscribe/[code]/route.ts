import { unsubscribeAddress } from '@/app/_addresses/unsubscribe'
import { unsubscribe } from '@/lib/notifications/unsubscribe'
import { respond } from '@/lib/platform/http'
import { origin } from '@/lib/platform/origin'

type Context = { params: Promise<{ code: string }> }

/** The address in emails. Opening it changes nothing, because programs that check links open it too: a page asks first. */
export async function GET(_: Request, { params }: Context) {
  const { code } = await params
  return Response.redirect(new URL(unsubscribeAddress(code), origin), 303)
}

/** What a mail program sends when its user unsubscribes (RFC 8058). It has no session. */
export async function POST(_: Request, { params }: Context) {
  return respond(await unsubscribe((await params).code))
}
