import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { words } from '@/lib/platform/i18n'

/** Said in place of a page that one can't see, with a way on. */
export const Instead = ({ title, children }: { title: string; children: string }) => (
  <Page>
    <PageHead title={title}>
      <p>{children}</p>
    </PageHead>
    <LinkButton href="/" variant="main">
      {words('shell.not_found.home')}
    </LinkButton>
  </Page>
)
