'use client'

import type { ReactNode } from 'react'
import { Brand, type BrandProps } from './brand'
import { Button } from './button'
import { type MenuItem, MenuLink } from './menu-link'
import css from './shell.module.css'
import { Shortcuts, type ShortcutWords } from './shortcuts'

type Props = {
  words: {
    skip: string
    menu: string
    open: string
    search: string
    searchHint: string
    settings: string
    shortcuts: ShortcutWords
  }
  brand: BrandProps
  menu: readonly MenuItem[]
  /** The person who is signed in: their name, a line below it ("Coordinator, UNODC"), and the URL of their settings. */
  person: { name: string; line: string; href: string }
  /** The URL to which the search sends a GET request with `q`, and the search text if this page shows its results. */
  search: { action: string; value?: string | undefined }
  /** Content below the person's name, such as the form to sign out. */
  signOut?: ReactNode | undefined
  /** Content at the far end of the top bar. */
  top?: ReactNode | undefined
  children: ReactNode
}

/**
 * Surrounds every page for people who are signed in: the menu, the search, the person, and the page in `<main>`. It is
 * a client component, so that the page does not include the description of its markup too.
 */
export function Shell({ words, brand, menu, person, search, signOut, top, children }: Props) {
  return (
    <>
      <a className={css.skip} href="#main">
        {words.skip}
      </a>
      <div className={css.shell}>
        <nav className={css.rail} id="menu" popover="auto" aria-label={words.menu}>
          <div>
            <Brand {...brand} />
            <ul>
              {menu.map((item) => (
                <li key={item.href}>
                  <MenuLink {...item} />
                </li>
              ))}
            </ul>
            <div className={css.me}>
              <span dir="auto">{person.name}</span>
              <small>{person.line}</small>
              <a href={person.href}>{words.settings}</a>
              {signOut}
              <Shortcuts words={words.shortcuts} />
            </div>
          </div>
        </nav>
        <div>
          <header className={css.top}>
            <span className={css.open}>
              <Button popoverTarget="menu">{words.open}</Button>
            </span>
            <search>
              <form action={search.action}>
                <input
                  type="search"
                  name="q"
                  dir="auto"
                  defaultValue={search.value}
                  aria-label={words.search}
                  placeholder={words.searchHint}
                />
              </form>
            </search>
            {top}
          </header>
          <main className={css.main} id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </>
  )
}
