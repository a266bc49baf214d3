'use client'

import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { ErrorPage, type ErrorPageProps } from '@/app/_ui/error-page'
// Without the layout there is nobody to tell the language: the one place where a browser has words of the catalogue.
import words from '@/lib/messages/en/failure.json'

/** In place of the root layout, should that ever fail. */
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
