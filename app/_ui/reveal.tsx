'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type Variant } from './button'
import { firstField } from './first-field'
import css from './reveal.module.css'

type Props = {
  label: string
  children: ReactNode
  variant?: Variant | undefined
}

/**
 * A button that opens a form in place and leads into its first field; Escape closes it. Without script the form stands
 * open. Give it a `key` that changes when the form has done its work, and it closes again.
 */
export function Reveal({ label, children, variant }: Props) {
  const [open, setOpen] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (open) firstField(panel.current)?.focus()
  }, [open])

  const closing = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !open) return
      setOpen(false)
      button.current?.focus()
    },
  }

  return (
    <div {...closing}>
      <div className={css.head}>
        <Button ref={button} variant={variant} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {label}
        </Button>
      </div>
      <div id={id} ref={panel} className={css.panel} data-open={open || undefined}>
        {children}
      </div>
    </div>
  )
}
