import type { ReactNode } from 'react'
import { carriedHere } from '@/app/_forms/carried'
import { FormsOf } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { signedIn } from '@/app/signed-in'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { SignInAgain } from '../(auth)/sign-in/sign-in-again'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const carried = await carriedHere()
  // The page is not drawn: it would lead away, and the form would be lost.
  if (carried && !(await currentActor())) return <SignInAgain form={carried} />

  const actor = await signedIn()
  const own = carried && (carried.account === '' || carried.account === actor.id)
  return (
    <FormsOf account={actor.id} carried={own ? { ...carried, message: words('signIn.carried') } : undefined}>
      <WorkFrame actor={actor}>
        {carried && !own && <Notice tone="warning">{words('signIn.carriedOther')}</Notice>}
        {children}
      </WorkFrame>
    </FormsOf>
  )
}
