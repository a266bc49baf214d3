import { redirect } from 'next/navigation'
import { pageTitle } from '@/app/_actions/page-title'
import { Notice } from '@/app/_ui/notice'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor } from '@/lib/people/session'
import { ownPath } from '@/lib/platform/own-path'
import { wordsOf } from './refusals'
import { SignInPage } from './sign-in-page'

export const generateMetadata = pageTitle('signIn.title')

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const onward = ownPath(String(callbackUrl ?? '/')) ?? '/'
  if (await currentActor()) redirect(onward)
  if (!(await anybodyYet())) redirect('/setup')

  return (
    <SignInPage onward={onward}>
      {error !== undefined && <Notice tone="warning">{wordsOf(String(error))}</Notice>}
    </SignInPage>
  )
}
