import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/_ui/tokens.css'
import '@/app/_ui/fonts.css'
import '@/app/_ui/base.css'
import '@/app/_ui/past-day.css'
import '@/app/_ui/controls.css'
import { Icons } from '@/app/_ui/icons'
import { PageWords } from '@/app/_ui/page-words'
import { contactInWords } from '@/lib/instance/contact'
import { currentInstance } from '@/lib/instance/queries'
import { currentActor } from '@/lib/people/session'
import { asOfNow } from '@/lib/platform/as-of'
import { t, textsOf } from '@/lib/platform/i18n'
import { pageLanguage, perLanguage } from '@/lib/platform/languages'

/** Returns the instance after the actor is known, because they may have chosen a language. */
async function instanceToReader() {
  await currentActor()
  return currentInstance()
}

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await instanceToReader()
  // Next replaces each `%s` by the title of a page. One that is part of the name must stay as it is.
  const template = `%s · ${name.replaceAll('%s', '%\u2060s')}`
  return { title: { template, default: name }, description: t('common.about') }
}

// Each page needs a nonce for its scripts, so none can be rendered in advance.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Each printed sheet says when the page was made: see `@page` in base.css. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name, contact } = await instanceToReader()
  const words = { ...browserWords(), contact: contactInWords(contact) }
  return (
    <html {...pageLanguage()} style={{ '--made': textInCss(`${name}. ${asOfNow()}`) }}>
      <body>
        <Icons />
        <PageWords words={words}>{children}</PageWords>
      </body>
    </html>
  )
}

/** Returns every text that a browser may need without asking the server. */
const browserWords = perLanguage(({ locale }) => ({
  locale,
  form: textsOf('form', { time: '{time}' }),
  failure: textsOf('failure', { contact: '{contact}' }),
  missing: {
    title: t('shell.not_found.title'),
    about: t('shell.not_found.about'),
    home: t('shell.not_found.home'),
  },
}))

/** Returns a text as a CSS string. */
const textInCss = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
