import type { ReactNode } from 'react'
import { FormResult } from '@/app/_ui/form-result'
import { Row } from '@/app/_ui/layout'
import { Once } from '@/app/_ui/once'
import { words } from '@/lib/platform/i18n'

/** The button of a form that makes a link, which `placesResult`; below it what to do with the link, and the link to copy. */
export const LinkShown = ({ children }: { children: ReactNode }) => (
  <div>
    <Row>{children}</Row>
    <FormResult />
    <Once
      name="link"
      label={words('people.link')}
      hint={words('people.linkHint')}
      words={{ copy: words('once.copy'), copied: words('once.copied') }}
    />
  </div>
)
