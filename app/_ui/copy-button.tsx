'use client'

import { useState } from 'react'
import { Button } from './button'

/** Copies a text; without script it isn't there. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [done, setDone] = useState(false)
  const copy = () => navigator.clipboard.writeText(text).then(() => setDone(true))
  return (
    <span data-scripted="">
      <Button variant="quiet" onClick={copy}>
        {done ? copied : label}
      </Button>
    </span>
  )
}
