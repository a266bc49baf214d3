'use client'

import type { MouseEvent, ReactNode } from 'react'
import { Button } from './button'

/**
 * Closes the disclosure around it and moves the focus to its summary. Hidden without script, where the summary closes
 * it.
 */
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
