import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/_ui/tokens.css'
import '@/app/_ui/fonts.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { Sprite } from '@/app/_ui/sprite'
import { asOfNow } from '@/lib/platform/as-of'
import { words } from '@/lib/platform/i18n'

const product = words('common.product')

export const metadata: Metadata = {
  title: { template: `%s · ${product}`, default: product },
  description: words('common.about'),
}

// Each page gets a nonce for its scripts: one rendered beforehand could have none.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Each sheet of paper says of when it is: see `@page` in base.css. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr" style={{ '--as-of': `"${product}. ${asOfNow()}"` }}>
      <body>
        <Sprite />
        {children}
      </body>
    </html>
  )
}
