'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** The address of the document. Its place is kept in this browser only. */
  path: string
  label: string
}

/**
 * Keeps the paragraph at the top of the window while somebody reads, and offers to continue there when they open the
 * document again.
 */
export function ReadingPlace({ path, label }: Props) {
  const [kept, setKept] = useState<string>()

  useEffect(() => {
    const key = `reading ${path}`
    if (window.location.hash === '' && window.location.search === '') setKept(read(key))

    let waiting: number | undefined
    const keep = () => {
      waiting = undefined
      const place = topParagraph()
      if (place !== undefined) write(key, place)
    }
    const scrolled = () => {
      waiting ??= window.setTimeout(keep, 500)
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      window.removeEventListener('scroll', scrolled)
      window.clearTimeout(waiting)
    }
  }, [path])

  if (kept === undefined) return null
  const anchor = encodeURIComponent(kept)
  return (
    <p data-screen="">
      <a href={`${path}?to=${anchor}#${anchor}`}>
        {label} <b dir="ltr">{kept}</b>
      </a>
    </p>
  )
}

/** Returns the first paragraph that is not above the window, once the text has been scrolled. */
function topParagraph(): string | undefined {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('#text > section[id]')]
  if ((paragraphs[0]?.getBoundingClientRect().top ?? 0) >= 0) return undefined
  return paragraphs.find((one) => one.getBoundingClientRect().bottom > 0)?.id
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, place: string) {
  try {
    localStorage.setItem(key, place)
  } catch {
    // The browser stores nothing, so it has no place to offer.
  }
}
