'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import css from './disclosure.module.css'
import { Row } from './layout'
import { SoftLink } from './soft-link'

type Props = {
  summary: ReactNode
  /** The URL of the page with `children` rendered. */
  href: string
  /** The text of the link to that page, used without script. */
  label: string
  /** Empty until the reader asks for it. */
  children: ReactNode
}

/**
 * A summary that opens to its details. The page renders these only on request: with script when the reader opens it,
 * without script through the link in it.
 */
export function LazyDisclosure({ summary, href, label, children }: Props) {
  const router = useRouter()
  const line = useRef<HTMLDetailsElement>(null)
  const drawn = Boolean(children)
  const load = useCallback(() => {
    if (line.current?.open && !drawn) router.push(href, { scroll: false })
  }, [router, href, drawn])

  // The reader may have opened it while the script was loading.
  useEffect(load, [load])

  return (
    <details className={css.disclosure} open={drawn} ref={line} onToggle={load}>
      <summary>{summary}</summary>
      {drawn ? (
        children
      ) : (
        <Row screen>
          <SoftLink keeps href={href}>
            {label}
          </SoftLink>
        </Row>
      )}
    </details>
  )
}
