'use client'

import { LinkButton } from './button'
import { Page, PageHead } from './layout'
import { useWords } from './page-words'

/**
 * Says that there is no page at an address. Next includes it in every page, so it takes its texts from the page around
 * it.
 */
export function MissingPage() {
  const { missing } = useWords()
  return (
    <main id="main">
      <Page>
        <PageHead title={missing.title}>
          <p>{missing.about}</p>
        </PageHead>
        <div>
          <LinkButton href="/" variant="main">
            {missing.home}
          </LinkButton>
        </div>
      </Page>
    </main>
  )
}
