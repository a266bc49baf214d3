'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import type { FormState } from '@/lib/platform/form'

/** Why a form got no answer, as far as a browser can tell. `unsure`: the form may have been saved. */
export type Lost = 'offline' | 'unsure' | 'newVersion' | 'tooLarge' | 'busy'

/** The status of the latest response to a server action. Next only reports that there was an error. */
let status: number | undefined

if (typeof window !== 'undefined') {
  const { fetch } = window
  window.fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (new Headers(init?.headers).has('next-action')) status = response.status
    return response
  }
}

/**
 * Sends a form. Returns the answer, or why there is none. An answer that leads to another page is thrown again, after
 * `leaving`.
 */
export async function attempt(send: () => Promise<FormState>, leaving: () => void): Promise<FormState | Lost> {
  const online = navigator.onLine
  status = undefined
  try {
    return await send()
  } catch (error) {
    if (isRedirect(error)) leaving()
    unstable_rethrow(error)
    return reason(error, online || navigator.onLine)
  }
}

const isRedirect = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT')

function reason(error: unknown, online: boolean): Lost {
  if (unstable_isUnrecognizedActionError(error)) return 'newVersion'
  if (status === 413) return 'tooLarge'
  if (status === 429) return 'busy'
  return status === undefined && !online ? 'offline' : 'unsure'
}
