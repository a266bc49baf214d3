'use client'

import { useEffect } from 'react'

/**
 * Opens the part of a document that holds the paragraph in the fragment of the URL, such as `#17`, if it is not the open
 * one. The fragment does not reach the server.
 */
export function OpenAnchor({ path, edition }: { path: string; edition: number | undefined }) {
  useEffect(() => {
    const open = () => {
      const anchor = decodeURIComponent(window.location.hash.slice(1))
      const asked = new URLSearchParams(window.location.search).get('to')
      if (anchor === '' || anchor === asked || document.getElementById(anchor)) return
      const search = new URLSearchParams({ ...(edition && { edition: String(edition) }), to: anchor })
      window.location.replace(`${path}?${search}#${encodeURIComponent(anchor)}`)
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [path, edition])
  return null
}
