import { Instead } from '@/app/instead'
import { words } from '@/lib/platform/i18n'

/** Said in place of a page that is for others. Next's own `forbidden()` would show nothing where no script runs. */
export const Forbidden = () => (
  <Instead title={words('shell.forbidden.title')} home={words('shell.not_found.home')}>
    {words('shell.forbidden.about')}
  </Instead>
)
