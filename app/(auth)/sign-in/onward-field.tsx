'use client'

import { useEffect, useState } from 'react'

/** Where to go once signed in. The place on that page, which no server is told, the browser has kept in the address. */
export function OnwardField({ path }: { path: string }) {
  const [place, setPlace] = useState('')
  useEffect(() => setPlace(location.hash), [])
  return <input type="hidden" name="callbackUrl" value={path.includes('#') ? path : path + place} />
}
