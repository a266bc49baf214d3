import type { ReactNode } from 'react'
import { Door } from '@/app/_ui/door'
import { currentInstance } from '@/lib/instance/queries'
import { HelpContact } from './help-contact'

/** A page outside the shell under the site's name and logo, with whom to contact for help. */
export async function Entrance({ title, children }: { title: ReactNode; children: ReactNode }) {
  const instance = await currentInstance()
  return (
    <Door brand={instance} title={title} below={instance.contact && <HelpContact contact={instance.contact} />}>
      {children}
    </Door>
  )
}
