'use client'

import { useEffect, useState } from 'react'

/**
 * The URL to go to after signing in. The part of the page comes from the browser's address, because servers never
 * receive it.
 */
export function OnwardField({ path }: { path: string }) {
  const [place, setPlace] = useState('')
  useEffect(() => setPlace(location.hash), [])
  return <input type="hidden" name="callbackUrl" value={path.includes('#') ? path : path + place} />
}
