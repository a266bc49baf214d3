'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from './notice'
import css from './notice.module.css'

/**
 * Says where a form has led: what was done. It takes the focus, since the form that had it is gone, comes into view, since
 * what was above the form may have become shorter or longer, and leaves the address
 * as it is without this, so that the next change doesn't say it again.
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
