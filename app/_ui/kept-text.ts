'use client'

import words from '@/lib/messages/en.form.json'

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

/** Whether it could be kept. */
export function keep(key: string, typed: Typed): boolean {
  if (left !== undefined && key.startsWith(left)) return false
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed } satisfies Kept))
    return true
  } catch {
    return false
  }
}

/** What is kept for a form that has just appeared. */
export function findKept(key: string): Kept | undefined {
  left = undefined
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (kept && Date.now() - kept.at < month) return kept
  } catch {
    // What cannot be read is as good as gone.
  }
  forget(key)
  return undefined
}

export function forget(key: string) {
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

/** Asks before a form with unsaved text goes; `everything` for a way that leaves the page. */
export function mayLeave(everything = false): boolean {
  const asks = everything ? unsaved.size > 0 : [...unsaved.values()].includes(true)
  return !asks || window.confirm(words.leave)
}
