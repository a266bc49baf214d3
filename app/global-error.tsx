'use client'

import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { ErrorPage, type ErrorPageProps } from '@/app/_ui/error-page'
// Without the layout nothing tells the language. This is the only place where the browser has texts of the catalogue.
import words from '@/lib/messages/en/failure.json'

/** Replaces the root layout if that fails. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <main id="main">
          <ErrorPage {...props} words={words} />
        </main>
      </body>
    </html>
  )
}
