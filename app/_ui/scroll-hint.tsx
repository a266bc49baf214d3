'use client'

import { useEffect, useRef, useState } from 'react'
import type { CountForms } from '@/lib/platform/i18n'
import css from './matrix.module.css'

/** Says how many columns of the table before it are hidden beyond the edge at the end of the line. */
export function ScrollHint({ words: { language, forms } }: { words: CountForms }) {
  const hint = useRef<HTMLParagraphElement>(null)
  const [hidden, setHidden] = useState(0)

  useEffect(() => {
    const sheet = hint.current?.previousElementSibling
    if (!(sheet instanceof HTMLElement)) return
    const count = () => setHidden(columnsPast(sheet))
    const observer = new ResizeObserver(count)
    observer.observe(sheet)
    sheet.addEventListener('scroll', count, { passive: true })
    return () => {
      observer.disconnect()
      sheet.removeEventListener('scroll', count)
    }
  }, [])

  const form = forms[new Intl.PluralRules(language).select(hidden)] ?? ''
  return (
    <p ref={hint} className={css.hint} data-scripted="" data-screen="">
      <small>{hidden > 0 && form.replace('{count}', new Intl.NumberFormat(language).format(hidden))}</small>
    </p>
  )
}

/** Returns the number of columns that end beyond the edge of the table's frame. */
function columnsPast(sheet: HTMLElement) {
  const { left, right } = sheet.getBoundingClientRect()
  const backwards = getComputedStyle(sheet).direction === 'rtl'
  return [...sheet.querySelectorAll('thead [data-column]')].filter((column) => {
    const box = column.getBoundingClientRect()
    return backwards ? box.left < left - 1 : box.right > right + 1
  }).length
}
