import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { origin } from '@/lib/platform/origin'

/** Who is signed in. Nobody is led to sign in, and then back to where they wanted to go; on the first visit, to set up. */
export async function requireUser(): Promise<SignedIn> {
  const actor = await currentActor()
  if (actor) return actor

  if (!(await anybodyYet())) redirect('/setup')
  const onward = await pathOfRequest()
  redirect(onward === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(onward)}`)
}

/** The page that was asked for, without what Next adds to fetch its parts. */
async function pathOfRequest() {
  const address = new URL((await headers()).get('x-path') ?? '/', origin)
  address.searchParams.delete('_rsc')
  return `${address.pathname}${address.search}`
}
