import 'server-only'
import { refresh } from 'next/cache'
import { type FormState, readTyped, refused } from '@/lib/platform/form'
import type { Failure } from '@/lib/platform/result'

/** A refusal that may come from what others did: the page is drawn anew, to show it, and the next try starts from there. */
export function formConflict(failure: Failure, form: FormData): FormState {
  if (failure.reason === 'conflict') refresh()
  return refused(failure, readTyped(form))
}
