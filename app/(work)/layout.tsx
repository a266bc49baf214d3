import type { ReactNode } from 'react'
import { Shell } from '@/app/_ui/shell'
import { SubmitButton } from '@/app/_ui/submit-button'
import { signOut } from '@/app/sign-out'
import { signedIn } from '@/app/signed-in'
import { words } from '@/lib/platform/i18n'

const menu = [
  { href: '/', label: words('menu.dashboard') },
  { href: '/recommendations', label: words('menu.recommendations') },
  { href: '/my-work', label: words('menu.myWork') },
  { href: '/documents', label: words('menu.documents') },
  { href: '/organizations', label: words('menu.organizations') },
  { href: '/people', label: words('menu.people') },
]

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const { name, role, organizations } = await signedIn()
  const line = [words(`role.${role}`), ...organizations.map((organization) => organization.name)].join(', ')
  return (
    <Shell
      menu={menu}
      person={{ name, line, href: '/settings' }}
      search={{ action: '/recommendations' }}
      signOut={
        <form action={signOut}>
          <SubmitButton variant="quiet">{words('menu.signOut')}</SubmitButton>
        </form>
      }
    >
      {children}
    </Shell>
  )
}
