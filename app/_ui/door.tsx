import type { ReactNode } from 'react'
import { words } from '@/lib/platform/i18n'
import { Brand } from './brand'
import css from './door.module.css'

type Props = {
  title: ReactNode
  children: ReactNode
  quote?: { text: string; source: string; lang?: string | undefined } | undefined
}

/** A page outside the shell, such as sign-in: its `title` and form in a card, a quote beside it if there is one. */
export function Door({ title, children, quote }: Props) {
  return (
    <main id="main" className={quote ? css.door : `${css.door} ${css.alone}`}>
      <div>
        <Brand name={words('common.product')} />
        {quote && (
          <figure>
            <blockquote lang={quote.lang} dir="auto">
              {quote.text}
            </blockquote>
            <figcaption>
              <small>{quote.source}</small>
            </figcaption>
          </figure>
        )}
      </div>
      <section className={css.card}>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
