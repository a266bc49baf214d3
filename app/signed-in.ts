import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor, type SignedIn } from '@/lib/people/session'

/** Who is signed in. Nobody is led to sign in, and then back to where they wanted to go; on the first visit, to set up. */
export async function signedIn(): Promise<SignedIn> {
  const actor = await currentActor()
  if (actor) return actor

  if (!(await anybodyYet())) redirect('/setup')
  const path = (await headers()).get('x-path')
  redirect(path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : '/sign-in')
}
