'use client'

/*
 * What people typed and have not saved, in this browser: one entry for each form of each account. A browser may refuse to
 * keep anything; a form then works all the same.
 */

type Typed = Record<string, string>
type Kept = { at: number; typed: Typed }

const prefix = 'text:'
const month = 30 * 24 * 60 * 60 * 1000

export const keyFor = (account: string, form: string) => `${prefix}${account}:${form}`

/** The account that has just signed out: forms of it that are about to go keep nothing more. */
let left: string | undefined

/** By which moment this window knows each entry that it kept or found. */
const own = new Map<string, number>()

/** Whether it could be kept. */
export function keep(key: string, typed: Typed): boolean {
  if (left !== undefined && key.startsWith(left)) return false
  const at = Date.now()
  try {
    localStorage.setItem(key, JSON.stringify({ at, typed } satisfies Kept))
    own.set(key, at)
    return true
  } catch {
    return false
  }
}

/** What is kept for a form that has just appeared. */
export function findKept(key: string): Kept | undefined {
  left = undefined
  const kept = read(key)
  if (kept) own.set(key, kept.at)
  if (kept && Date.now() - kept.at < month) return kept
  forget(key)
  return undefined
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    // What cannot be read is as good as gone.
    return undefined
  }
}

/** Forgets what this window kept or found. What another window has kept since stays: it is not saved there. */
export function forget(key: string) {
  const kept = read(key)
  if (kept && kept.at !== own.get(key)) return
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** Forgets all texts of an account, when its person signs out. */
export function forgetAll(account: string) {
  left = keyFor(account, '')
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyFor(account, ''))) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** The forms on this page with text that is not saved, and whether each goes when the page shows something else in place. */
const unsaved = new Map<HTMLFormElement, boolean>()

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

export function markUnsaved(form: HTMLFormElement, goes: boolean) {
  if (unsaved.size === 0) window.addEventListener('beforeunload', warn)
  unsaved.set(form, goes)
}

export function markSaved(form: HTMLFormElement) {
  unsaved.delete(form)
  if (unsaved.size === 0) window.removeEventListener('beforeunload', warn)
}

/** Asks a question before a form with unsaved text goes; `everything` for a way that leaves the page. */
export function mayLeave(question: string, everything = false): boolean {
  const asks = everything ? unsaved.size > 0 : [...unsaved.values()].includes(true)
  return !asks || window.confirm(question)
}
