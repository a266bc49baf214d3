import { signInAddress } from '@/app/_addresses/sign-in'
import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { origin } from '@/lib/platform/origin'

/**
 * Returns the person who is signed in. Sends others to sign in and back to the page that they wanted, or on the first
 * visit to the setup page.
 */
export async function requireUser(): Promise<SignedIn> {
  const actor = await currentActor()
  if (actor) return actor

  if (!(await anybodyYet())) redirect('/setup')
  const onward = await pathOfRequest()
  redirect(signInAddress(onward === '/' ? undefined : onward))
}

/** Returns the path of the requested page, without the parameters that Next adds to fetch parts of it. */
async function pathOfRequest() {
  const address = new URL((await headers()).get('x-path') ?? '/', origin)
  address.searchParams.delete('_rsc')
  return `${address.pathname}${address.search}`
}
