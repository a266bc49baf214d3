import type { Metadata } from 'next'
import { Entrance } from '@/app/entrance'
import { signedIn } from '@/app/signed-in'
import { words } from '@/lib/platform/i18n'

export const metadata: Metadata = { title: words('signIn.doneTitle') }

/** Where signing in in a new tab ends: the form waits in the other one. */
export default async function SignedInPage() {
  const { name } = await signedIn()
  return (
    <Entrance title={words('signIn.doneTitle')}>
      <p>{words('signIn.done', { name })}</p>
    </Entrance>
  )
}
