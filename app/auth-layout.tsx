import type { ReactNode } from 'react'
import { AuthPage } from '@/app/_ui/auth-page'
import { currentInstance } from '@/lib/instance/queries'
import { HelpContact } from './help-contact'

/** A page without the menu, under the site's name and logo, with the contact for help. */
export async function AuthLayout({ title, children }: { title: ReactNode; children: ReactNode }) {
  const instance = await currentInstance()
  return (
    <AuthPage brand={instance} title={title} below={instance.contact && <HelpContact contact={instance.contact} />}>
      {children}
    </AuthPage>
  )
}
