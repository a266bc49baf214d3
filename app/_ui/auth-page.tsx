import type { ReactNode } from 'react'
import css from './auth-page.module.css'
import { Brand, type BrandProps } from './brand'

type Props = {
  brand: BrandProps
  title: ReactNode
  /** Content below the card, such as the contact. */
  below?: ReactNode | undefined
  children: ReactNode
}

/** A page without the menu, such as sign-in, with its `title` and form in a card. */
export function AuthPage({ brand, title, below, children }: Props) {
  return (
    <main id="main" className={css.door}>
      <Brand {...brand} />
      <section className={css.card}>
        <h1>{title}</h1>
        {children}
      </section>
      {below}
    </main>
  )
}
