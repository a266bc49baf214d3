import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { words } from '@/lib/platform/i18n'

export default function NotFound() {
  return (
    <Page>
      <PageHead title={words('shell.not_found.title')}>
        <p>{words('shell.not_found.about')}</p>
      </PageHead>
      <LinkButton href="/" variant="main">
        {words('shell.not_found.home')}
      </LinkButton>
    </Page>
  )
}
