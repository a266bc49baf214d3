'use client'

import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'

type Props = {
  title: string
  children: string
  /** The words of the way to the dashboard. */
  home: string
}

/**
 * Said in place of a page that one can't see, with a way on. A component of the browser: Next puts the words for an address
 * that leads nowhere into every page.
 */
export const MessagePage = ({ title, children, home }: Props) => (
  <Page>
    <PageHead title={title}>
      <p>{children}</p>
    </PageHead>
    <LinkButton href="/" variant="main">
      {home}
    </LinkButton>
  </Page>
)
