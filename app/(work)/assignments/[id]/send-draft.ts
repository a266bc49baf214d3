import type { SavedText } from '@/lib/platform/form'

/** The draft as a form knows it: the ID of the report that it becomes, and the version that the form shows. */
export type Known = { id: string; version?: number | undefined }

/** Why a draft is not saved. `refused`: for the reason in `message`. */
export type Problem = { kind: 'lost' | 'signedOut' } | { kind: 'refused'; message: string }

/** What the server says of a save: the draft as it is now, or why nothing was saved. */
export type DraftAnswer =
  | { id: string; version: number; savedAt: string; overtakenBy?: number }
  /** Someone else saved a text, or deleted the draft: the next one that the person saves gets the ID `begin`. */
  | { message: string; saved?: SavedText; begin?: string }
  | { signedOut: true }

/** What a form does with it. */
export type Answer = {
  problem?: Problem
  known?: Known
  theirs?: SavedText
  savedAt?: string
  /** The number of a later save, after which this one changed nothing. */
  overtakenBy?: number
}

/** Saves what a form contains. `leaving`: the page disappears, and the request stays. */
export async function sendDraft(
  address: string,
  form: HTMLFormElement,
  number: number,
  leaving: boolean,
): Promise<Answer> {
  const body = new FormData(form)
  body.set('saveNumber', String(number))
  try {
    const response = await fetch(address, { method: 'POST', body, keepalive: leaving })
    const answer: DraftAnswer = await response.json()
    return read(answer)
  } catch {
    return { problem: { kind: 'lost' } }
  }
}

function read(answer: DraftAnswer): Answer {
  if ('signedOut' in answer) return { problem: { kind: 'signedOut' } }
  if ('savedAt' in answer) {
    const { id, version, savedAt, overtakenBy } = answer
    return { known: { id, version }, ...(overtakenBy === undefined ? { savedAt } : { overtakenBy }) }
  }
  const { message, saved, begin } = answer
  if (message === undefined) return { problem: { kind: 'lost' } }
  const problem: Problem = { kind: 'refused', message }
  if (saved) return { problem, known: saved, theirs: saved }
  return { problem, ...(begin && { known: { id: begin } }) }
}
