import type { ReactNode } from 'react'
import { FormResult } from '@/app/_ui/form-result'
import { Row } from '@/app/_ui/layout'
import { OneTimeSecret } from '@/app/_ui/one-time-secret'
import { t } from '@/lib/platform/i18n'

/**
 * The button of a form that makes a link and has `placesResult`. Below it are the instructions and the link to copy.
 */
export const LinkShown = ({ children }: { children: ReactNode }) => (
  <div>
    <Row>{children}</Row>
    <FormResult />
    <OneTimeSecret
      name="link"
      label={t('people.link')}
      hint={t('people.linkHint')}
      words={{ copy: t('copy.copy'), copied: t('copy.copied') }}
    />
  </div>
)
