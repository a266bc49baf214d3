'use client'

import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { ErrorPage, type ErrorPageProps } from '@/app/_ui/error-page'

/** In place of the root layout, should that ever fail. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <main id="main">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}
