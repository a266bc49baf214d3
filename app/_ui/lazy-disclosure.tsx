'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import css from './disclosure.module.css'
import { Row } from './layout'
import { SoftLink } from './soft-link'

type Props = {
  summary: ReactNode
  /** The address of the page with `children` drawn. */
  href: string
  /** The words of the link that leads there without script. */
  label: string
  /** Nothing until the page was asked for them. */
  children: ReactNode
}

/**
 * A line that opens to what it sums up, which the page draws only once it is asked for: with script by opening the line,
 * without by the link in it.
 */
export function LazyDisclosure({ summary, href, label, children }: Props) {
  const router = useRouter()
  const line = useRef<HTMLDetailsElement>(null)
  const drawn = Boolean(children)
  const load = useCallback(() => {
    if (line.current?.open && !drawn) router.push(href, { scroll: false })
  }, [router, href, drawn])

  // It may have been opened while the script was still on its way.
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
