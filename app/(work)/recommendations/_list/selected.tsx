'use client'

import { useEffect, useRef, useState } from 'react'

type Props = {
  /** "None selected", "1 selected", …: what is said of each count. */
  words: readonly string[]
}

/** How many rows of the form around it are ticked. */
export function Selected({ words }: Props) {
  const place = useRef<HTMLElement>(null)
  const [count, setCount] = useState(0)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => setCount(form.querySelectorAll('input[name="key"]:checked').length)
    read()
    form.addEventListener('change', read)
    return () => form.removeEventListener('change', read)
  })

  return (
    <small ref={place} role="status" data-scripted="">
      {words[Math.min(count, words.length - 1)]}
    </small>
  )
}
