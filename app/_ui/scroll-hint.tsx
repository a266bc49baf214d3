'use client'

import { useEffect, useRef, useState } from 'react'
import css from './matrix.module.css'

type Props = {
  /** "{count} more columns", for each count from 1: the number of columns beyond the edge. */
  labels: readonly string[]
}

/** Says how many columns of the table before it are hidden beyond the edge at the end of the line. */
export function ScrollHint({ labels }: Props) {
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

  return (
    <p ref={hint} className={css.hint} data-scripted="" data-screen="">
      <small>{hidden > 0 && labels[Math.min(hidden, labels.length) - 1]}</small>
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
