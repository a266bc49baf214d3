import { Once } from '@/app/_ui/once'
import { words } from '@/lib/platform/i18n'

/** The link that the form around it has just made, to copy. */
export const LinkShown = () => (
  <Once
    name="link"
    label={words('people.link')}
    hint={words('people.linkHint')}
    words={{ copy: words('once.copy'), copied: words('once.copied') }}
  />
)
