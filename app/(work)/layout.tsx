import type { ReactNode } from 'react'
import { interruptedForm } from '@/app/_actions/interrupted-form'
import { requireUser } from '@/app/_actions/require-user'
import { FormsOf } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { SignInAgain } from '../(auth)/sign-in/sign-in-again'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const interrupted = await interruptedForm()
  // The page is not rendered, because it would redirect and the form would be lost.
  if (interrupted && !(await currentActor())) return <SignInAgain form={interrupted} />

  const actor = await requireUser()
  const own = interrupted && (interrupted.account === '' || interrupted.account === actor.id)
  return (
    <FormsOf account={actor.id} interrupted={own ? { ...interrupted, message: t('signIn.formReturned') } : undefined}>
      <WorkFrame actor={actor}>
        {interrupted && !own && <Notice tone="warning">{t('signIn.formOfAnother')}</Notice>}
        {children}
      </WorkFrame>
    </FormsOf>
  )
}
