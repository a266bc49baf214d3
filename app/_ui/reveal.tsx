'use client'

import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { Button, type Variant } from './button'
import { firstField } from './first-field'
import css from './reveal.module.css'
import { VisitForm } from './visit-form'

type Props = {
  label: string
  children: ReactNode
  /** Stands at the near end of the button's line, such as a section's `<h2>`. */
  heading?: ReactNode | undefined
  variant?: Variant | undefined
  open?: boolean | undefined
  /** The page with the form open: where the button leads while script is still on its way. */
  href?: string | undefined
  /** No card round the form. */
  bare?: boolean | undefined
}

/**
 * A button that opens a form in place and leads into its first field; Escape closes it. Without script the form stands
 * open. Give it a `key` that changes when the form has done its work, and it closes again.
 */
export function Reveal({ label, children, heading, variant, open: first = false, href, bare }: Props) {
  const [open, setOpen] = useState(first)
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  const id = useId()

  useEffect(() => {
    if (open && asked.current) firstField(panel.current)?.focus()
  }, [open])

  const toggle = (event: SyntheticEvent) => {
    event.preventDefault()
    asked.current = true
    setOpen(!open)
  }
  const closing = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !open) return
      setOpen(false)
      button.current?.focus()
    },
  }

  const opener = { ref: button, variant, 'aria-expanded': open, 'aria-controls': id }
  return (
    <div {...closing}>
      <div className={css.head}>
        {heading}
        {href ? (
          <VisitForm href={href} onSubmit={toggle}>
            <Button {...opener} type="submit">
              {label}
            </Button>
          </VisitForm>
        ) : (
          <Button {...opener} onClick={toggle}>
            {label}
          </Button>
        )}
      </div>
      <div id={id} ref={panel} className={bare ? css.panel : `${css.panel} ${css.card}`} data-open={open || undefined}>
        {children}
      </div>
    </div>
  )
}
