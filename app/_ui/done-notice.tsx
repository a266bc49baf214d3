'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from './notice'
import css from './notice.module.css'

/**
 * Says what was done, at the place to which a form has led. It takes the focus, because the form that had it is gone.
 * It scrolls into view, because the content above it may have changed its height. It removes itself from the URL, so
 * that the next change does not repeat it.
 */
export function DoneNotice({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest' })
    const address = new URL(window.location.href)
    for (const name of ['done', 'at']) address.searchParams.delete(name)
    window.history.replaceState(null, '', address)
  }, [])

  return (
    <div ref={place} tabIndex={-1} className={css.place}>
      <Notice>{children}</Notice>
    </div>
  )
}
