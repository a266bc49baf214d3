'use client'

import { useEffect, useRef, useState } from 'react'
import type { CountForms } from '@/lib/platform/i18n'

/** The number of selected rows in the form around it. */
export function Selected({ words: { language, none, forms } }: { words: CountForms }) {
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

  const form = forms[new Intl.PluralRules(language).select(count)] ?? ''
  return (
    <small ref={place} role="status" data-scripted="">
      {count === 0 ? none : form.replace('{count}', String(count))}
    </small>
  )
}
