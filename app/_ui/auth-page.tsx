'use client'

import type { ReactNode } from 'react'
import css from './auth-page.module.css'
import { Brand, type BrandProps } from './brand'

type Props = {
  brand: BrandProps
  title: ReactNode
  /** Below the card, such as whom to contact. */
  below?: ReactNode | undefined
  children: ReactNode
}

/**
 * A page outside the shell, such as sign-in: its `title` and form in a card. A component of the browser: Next puts the words
 * for an address that leads nowhere, in this frame, into every page.
 */
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
