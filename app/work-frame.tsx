import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { Printed } from '@/app/_ui/printed'
import { Shell } from '@/app/_ui/shell'
import { SubmitButton } from '@/app/_ui/submit-button'
import { signOut } from '@/app/sign-out'
import { currentInstance } from '@/lib/instance/queries'
import { overdueOnMe } from '@/lib/overview/overdue-on-me'
import type { SignedIn } from '@/lib/people/session'
import { asOfNow } from '@/lib/platform/as-of'
import { config } from '@/lib/platform/config'
import { words } from '@/lib/platform/i18n'

const menuOf = (overdue: number) => [
  { href: '/', label: words('menu.dashboard') },
  { href: '/recommendations', label: words('menu.recommendations') },
  { href: '/my-work', label: words('menu.myWork'), count: overdue, counted: words('menu.overdue') },
  { href: '/documents', label: words('menu.documents') },
  { href: '/organizations', label: words('menu.organizations') },
  { href: '/people', label: words('menu.people') },
]

/** The menu and the search around what somebody who is signed in sees: a page, or that there is none. */
export async function WorkFrame({ actor, children }: { actor: SignedIn; children: ReactNode }) {
  const { name, role, organizations } = actor
  const line = [words(`role.${role}`), ...organizations.map((organization) => organization.name)].join(', ')
  return (
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
      {children}
    </Shell>
  )
}
