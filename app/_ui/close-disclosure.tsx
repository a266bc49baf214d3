'use client'

import type { MouseEvent, ReactNode } from 'react'
import { Button } from './button'

/** Closes the disclosure around it and leads back to its line; without script it isn't there, and the line does it. */
export function CloseDisclosure({ children }: { children: ReactNode }) {
  const close = ({ currentTarget }: MouseEvent) => {
    const details = currentTarget.closest('details')
    details?.removeAttribute('open')
    details?.querySelector('summary')?.focus()
  }
  return (
    <span data-scripted="">
      <Button variant="quiet" onClick={close}>
        {children}
      </Button>
    </span>
  )
}
