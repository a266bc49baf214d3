'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type Variant } from './button'
import { firstField } from './first-field'
import css from './toggle-panel.module.css'

type Item = {
  label: string
  variant?: Variant | undefined
  /** The form. */
  children: ReactNode
}

type Props = {
  items: readonly Item[]
  /** Whether the buttons are in line with the content above them, and not at the far end. */
  start?: boolean | undefined
}

/**
 * Buttons on one line. Each opens a form below them in place of the other forms, and moves the focus to its first
 * field. Escape closes it. A form that is closed keeps what was typed. Without script, all forms are open. A `key` that
 * changes when a form has done its work closes them all.
 */
export function TogglePanels({ items, start }: Props) {
  const [open, setOpen] = useState<string>()
  const row = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (open) firstField(panel.current)?.focus()
  }, [open])

  const closing = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || open === undefined) return
      row.current?.querySelector<HTMLButtonElement>('[aria-expanded="true"]')?.focus()
      setOpen(undefined)
    },
  }

  return (
    <div {...closing}>
      <div className={start ? css.start : css.head} ref={row} data-scripted="">
        {items.map(({ label, variant }, place) => (
          <Button
            key={label}
            variant={variant}
            aria-expanded={open === label}
            aria-controls={id + place}
            onClick={() => setOpen(open === label ? undefined : label)}
          >
            {label}
          </Button>
        ))}
      </div>
      {items.map(({ label, children }, place) => (
        <div
          key={label}
          id={id + place}
          ref={open === label ? panel : undefined}
          className={css.panel}
          data-open={open === label || undefined}
        >
          {children}
        </div>
      ))}
    </div>
  )
}

/** A button that opens a form below it. */
export const TogglePanel = ({ start, ...item }: Item & Pick<Props, 'start'>) => (
  <TogglePanels items={[item]} start={start} />
)
