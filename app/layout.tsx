import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/_ui/tokens.css'
import '@/app/_ui/fonts.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { ContactKnown } from '@/app/_ui/contact-known'
import { Icons } from '@/app/_ui/icons'
import { contactInWords } from '@/lib/instance/contact'
import { currentInstance } from '@/lib/instance/queries'
import { asOfNow } from '@/lib/platform/as-of'
import { t } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await currentInstance()
  // Next puts a page's title in place of each `%s`: one that is part of the name must stay as it is.
  const template = `%s · ${name.replaceAll('%s', '%\u2060s')}`
  return { title: { template, default: name }, description: t('common.about') }
}

// Each page gets a nonce for its scripts: one rendered beforehand could have none.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Each sheet of paper says of when it is: see `@page` in base.css. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name, contact } = await currentInstance()
  return (
    <html lang="en" dir="ltr" style={{ '--as-of': textInCss(`${name}. ${asOfNow()}`) }}>
      <body>
        <Icons />
        <ContactKnown contact={contactInWords(contact)}>{children}</ContactKnown>
      </body>
    </html>
  )
}

/** A text as CSS writes it. */
const textInCss = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
