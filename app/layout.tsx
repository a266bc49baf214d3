import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/_ui/tokens.css'
import '@/app/_ui/fonts.css'
import '@/app/_ui/base.css'
import '@/app/_ui/controls.css'
import { Icons } from '@/app/_ui/icons'
import { PageWords } from '@/app/_ui/page-words'
import { contactInWords } from '@/lib/instance/contact'
import { currentInstance } from '@/lib/instance/queries'
import { currentActor } from '@/lib/people/session'
import { asOfNow } from '@/lib/platform/as-of'
import { t, textsOf } from '@/lib/platform/i18n'
import { currentLocale, pageLanguage } from '@/lib/platform/languages'

/** The instance, once it is known who reads of it: they may have chosen a language. */
async function instanceToReader() {
  await currentActor()
  return currentInstance()
}

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await instanceToReader()
  // Next puts a page's title in place of each `%s`: one that is part of the name must stay as it is.
  const template = `%s · ${name.replaceAll('%s', '%\u2060s')}`
  return { title: { template, default: name }, description: t('common.about') }
}

// Each page gets a nonce for its scripts: one rendered beforehand could have none.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Each sheet of paper says of when it is: see `@page` in base.css. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name, contact } = await instanceToReader()
  return (
    <html {...pageLanguage()} style={{ '--as-of': textInCss(`${name}. ${asOfNow()}`) }}>
      <body>
        <Icons />
        <PageWords words={{ ...browserWords(), contact: contactInWords(contact) }}>{children}</PageWords>
      </body>
    </html>
  )
}

/** Every word that a browser may need without asking the server. */
const browserWords = () => ({
  locale: currentLocale(),
  form: textsOf('form', { time: '{time}' }),
  failure: textsOf('failure', { contact: '{contact}' }),
})

/** A text as CSS writes it. */
const textInCss = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
