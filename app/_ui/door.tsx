import type { ReactNode } from 'react'
import { words } from '@/lib/platform/i18n'
import { Brand } from './brand'
import css from './door.module.css'

type Props = { title: ReactNode; children: ReactNode }

/** A page outside the shell, such as sign-in: its `title` and form in a card. */
export function Door({ title, children }: Props) {
  return (
    <main id="main" className={css.door}>
      <Brand name={words('common.product')} />
      <section className={css.card}>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
