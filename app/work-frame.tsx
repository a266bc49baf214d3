import { cache, type ReactNode } from 'react'
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

const shellWords = () => ({
  skip: words('shell.skip'),
  menu: words('shell.menu'),
  open: words('shell.open'),
  search: words('shell.search'),
  searchHint: words('shell.search_hint'),
  shortcuts: {
    title: words('shell.keys.title'),
    close: words('shell.keys.close'),
    enabled: words('shell.keys.enabled'),
    keys: {
      '/': words('shell.keys.search'),
      Escape: words('shell.keys.leave'),
      j: words('shell.keys.down'),
      k: words('shell.keys.up'),
      Enter: words('shell.keys.open'),
      x: words('shell.keys.choose'),
      '?': words('shell.keys.help'),
    },
  },
})

/**
 * What the frame says to somebody, the same object throughout a request: Next puts the page for an address that leads nowhere
 * into every other page, and what is the same travels once.
 */
const frameOf = cache(async (actor: SignedIn) => {
  const { name, role, organizations } = actor
  const line = [words(`role.${role}`), ...organizations.map((organization) => organization.name)].join(', ')
  return {
    words: shellWords(),
    brand: await currentInstance(),
    menu: menuOf(await overdueOnMe(actor)),
    person: { name, line, href: '/settings' },
    search: { action: '/recommendations' },
    signOut: (
      <ActionForm action={signOut} prefix="sign-out-" signsOut>
        <SubmitButton variant="quiet">{words('menu.signOut')}</SubmitButton>
      </ActionForm>
    ),
  }
})

/** The menu and the search around what somebody who is signed in sees: a page, or that there is none. */
export const WorkFrame = async ({ actor, children }: { actor: SignedIn; children: ReactNode }) => (
  <Shell {...(await frameOf(actor))}>
    <Printed asOf={asOfNow()} printed={words('print.printed')} timeZone={config.TIME_ZONE} />
    {children}
  </Shell>
)
