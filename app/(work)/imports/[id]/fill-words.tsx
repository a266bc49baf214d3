'use client'

import { useEffect, useRef } from 'react'

type Props = { from: string; into: string }

/**
 * Fills the field `into` of its form with the label of the choice that is made in `from`, to be made longer or shorter.
 * What a person typed there stays. Without script, the choice alone counts.
 */
export function FillWords({ from, into }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    let filled = ''
    const fill = ({ target }: Event) => {
      const field = form?.elements.namedItem(into)
      if (!(target instanceof HTMLInputElement && target.name === from && field instanceof HTMLTextAreaElement)) return
      if (field.value !== '' && field.value !== filled) return
      field.value = target.labels?.[0]?.textContent ?? ''
      filled = field.value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    form?.addEventListener('change', fill)
    return () => form?.removeEventListener('change', fill)
  }, [from, into])
  return <span ref={place} hidden />
}
