'use client'

import { FailureNotice } from '@/app/_ui/failure'
import { Page } from '@/app/_ui/layout'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="main">
      <Page>
        <FailureNotice digest={error.digest} again={reset} />
      </Page>
    </main>
  )
}
