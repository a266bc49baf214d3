'use client'

import { Button } from './button'

/** Prints the page; without script it isn't there, and the browser's own command does it. */
export const PrintButton = ({ label }: { label: string }) => (
  <span data-scripted="" data-screen="">
    <Button variant="quiet" onClick={() => window.print()}>
      {label}
    </Button>
  </span>
)
