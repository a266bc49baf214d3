'use client'

import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'

type Props = {
  title: string
  children: string
  /** The text of the link to the dashboard. */
  home: string
}

/**
 * Replaces a page that the reader cannot see, with a link to go on. It is a client component, because Next includes the
 * text of the not-found page in every page.
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
