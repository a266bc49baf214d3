'use client'

import { useEffect } from 'react'

/** `keeps` names the parameters that say which text is read. */
type Props = { keeps: readonly string[] }

/**
 * Opens the part of a document that holds the paragraph in the fragment of the URL, such as `#17`, if it is not the open
 * one. The fragment does not reach the server.
 */
export function OpenAnchor({ keeps }: Props) {
  useEffect(() => {
    const open = () => {
      const anchor = decodeURIComponent(window.location.hash.slice(1))
      const asked = new URLSearchParams(window.location.search)
      if (anchor === '' || anchor === asked.get('to') || document.getElementById(anchor)) return
      const search = new URLSearchParams([...asked].filter(([name]) => keeps.includes(name)))
      search.set('to', anchor)
      window.location.replace(`?${search}#${encodeURIComponent(anchor)}`)
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [keeps])
  return null
}
