'use client'

import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { Failure, type FailureProps } from '@/app/_ui/failure'

/** In place of the root layout, should that ever fail. */
export default function GlobalError(props: FailureProps) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <main id="main">
          <Failure {...props} />
        </main>
      </body>
    </html>
  )
}
