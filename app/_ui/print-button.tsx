'use client'

import { Button } from './button'

/** A button that prints the page. Hidden without script, where people use the browser's own command. */
export const PrintButton = ({ label }: { label: string }) => (
  <span data-scripted="" data-screen="">
    <Button variant="quiet" onClick={() => window.print()}>
      {label}
    </Button>
  </span>
)
