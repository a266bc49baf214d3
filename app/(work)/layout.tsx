import type { ReactNode } from 'react'
import { carriedHere } from '@/app/_forms/carried'
import { ActionForm } from '@/app/_ui/action-form'
import { FormsOf } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { Printed } from '@/app/_ui/printed'
import { Shell } from '@/app/_ui/shell'
import { SubmitButton } from '@/app/_ui/submit-button'
import { signOut } from '@/app/sign-out'
import { signedIn } from '@/app/signed-in'
import { currentInstance } from '@/lib/instance/queries'
import { overdueOnMe } from '@/lib/overview/overdue-on-me'
import { currentActor } from '@/lib/people/session'
import { asOfNow } from '@/lib/platform/as-of'
import { config } from '@/lib/platform/config'
import { words } from '@/lib/platform/i18n'
import { SignInAgain } from '../(auth)/sign-in/sign-in-again'

const menuOf = (overdue: number) => [
  { href: '/', label: words('menu.dashboard') },
  { href: '/recommendations', label: words('menu.recommendations') },
  { href: '/my-work', label: words('menu.myWork'), count: overdue, counted: words('menu.overdue') },
  { href: '/documents', label: words('menu.documents') },
  { href: '/organizations', label: words('menu.organizations') },
  { href: '/people', label: words('menu.people') },
]

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const carried = await carriedHere()
  // The page is not drawn: it would lead away, and the form would be lost.
  if (carried && !(await currentActor())) return <SignInAgain form={carried} />

  const actor = await signedIn()
  const { name, role, organizations } = actor
  const line = [words(`role.${role}`), ...organizations.map((organization) => organization.name)].join(', ')
  const own = carried && (carried.account === '' || carried.account === actor.id)
  return (
    <FormsOf account={actor.id} carried={own ? { ...carried, message: words('signIn.carried') } : undefined}>
      <Shell
        brand={await currentInstance()}
        menu={menuOf(await overdueOnMe(actor))}
        person={{ name, line, href: '/settings' }}
        search={{ action: '/recommendations' }}
        signOut={
          <ActionForm action={signOut} prefix="sign-out-" signsOut>
            <SubmitButton variant="quiet">{words('menu.signOut')}</SubmitButton>
          </ActionForm>
        }
      >
        <Printed asOf={asOfNow()} printed={words('print.printed')} timeZone={config.TIME_ZONE} />
        {carried && !own && <Notice tone="warning">{words('signIn.carriedOther')}</Notice>}
        {children}
      </Shell>
    </FormsOf>
  )
}
