import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { words } from '@/lib/platform/i18n'

/** Said in place of a page that is for others. Next's own `forbidden()` would show nothing where no script runs. */
export function Forbidden() {
  return (
    <Page>
      <PageHead title={words('shell.forbidden.title')}>
        <p>{words('shell.forbidden.about')}</p>
      </PageHead>
      <LinkButton href="/" variant="main">
        {words('shell.not_found.home')}
      </LinkButton>
    </Page>
  )
}
