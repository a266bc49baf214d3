import type { ReactNode } from 'react'
import { carriedHere } from '@/app/_actions/carried-form'
import { requireUser } from '@/app/_actions/require-user'
import { FormsOf } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { SignInAgain } from '../(auth)/sign-in/sign-in-again'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const carried = await carriedHere()
  // The page is not rendered, because it would redirect and the form would be lost.
  if (carried && !(await currentActor())) return <SignInAgain form={carried} />

  const actor = await requireUser()
  const own = carried && (carried.account === '' || carried.account === actor.id)
  return (
    <FormsOf account={actor.id} carried={own ? { ...carried, message: t('signIn.formReturned') } : undefined}>
      <WorkFrame actor={actor}>
        {carried && !own && <Notice tone="warning">{t('signIn.formOfAnother')}</Notice>}
        {children}
      </WorkFrame>
    </FormsOf>
  )
}
