'use client'

import { useEffect, useRef } from 'react'
import { useWords } from './page-words'

type Props = {
  /** When the page was made: "As of 29 November 2026, 16:04". */
  asOf: string
  /** The word before the time of printing: "PrintMoments". */
  printed: string
  timeZone: string
}

/** Prints when the page was made and when it was printed. Each sheet repeats it (`@page` in base.css). */
export function PrintMoments({ asOf, printed, timeZone }: Props) {
  const { locale } = useWords()
  const moment = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const stamp = () => {
      const now = new Date().toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
      if (moment.current) moment.current.textContent = `${printed} ${now}.`
      document.documentElement.style.setProperty('--printed', `". ${printed} ${now}."`)
    }
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [printed, timeZone, locale])

  return (
    <p data-paper="" data-print-moments="">
      <small>
        {asOf}. <span ref={moment} />
      </small>
    </p>
  )
}
