'use client'

import { useState } from 'react'
import { Button } from './button'

/** A button that copies a text. Hidden without script. */
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
