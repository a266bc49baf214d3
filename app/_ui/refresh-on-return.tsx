'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Renders the page again when its reader comes back from another tab. Forms keep what was typed. */
export function RefreshOnReturn() {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && router.refresh()
    document.addEventListener('visibilitychange', refresh)
    return () => document.removeEventListener('visibilitychange', refresh)
  }, [router])
  return null
}
