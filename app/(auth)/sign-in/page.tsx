import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ownPath } from '@/app/by-next-auth'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: words('signIn.title') }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams
  const onward = ownPath(String(callbackUrl ?? '/'))
  if (await currentActor()) redirect(onward)
  if (!(await anybodyYet())) redirect('/setup')

  return (
    <main id="main">
      <h1>{words('signIn.title')}</h1>
      <SignInForm
        callbackUrl={onward}
        words={{ email: words('people.email'), password: words('people.password'), send: words('signIn.send') }}
      />
    </main>
  )
}
