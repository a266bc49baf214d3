'use client'

import { pages, thisPage } from './window-pages'

/*
 * Stores text that people have typed and not saved, in this browser. There is one entry for each form of each account
 * on each loaded page. A window restores its own text. If it has none, it restores the latest text of any window. If a
 * browser does not allow storage, forms work without it.
 */

type Typed = Record<string, string>
/** The entries from which a text came, each with its time. */
type Origins = Record<string, number>
type Kept = {
  at: number
  typed: Typed
  from?: Origins
  /** Whether another window has saved or discarded the text. Only the window in which it was typed offers it then. */
  done?: true
}

const prefix = 'text:'
const month = 30 * 24 * 60 * 60 * 1000

export const keyFor = (account: string, form: string) => `${prefix}${account}:${form}`

const entryOf = (key: string, page: string) => `${key}#${page}`

/** The account that has just signed out. Its forms store nothing more while they disappear. */
let left: string | undefined

/** The origins of the texts on this page, by key. */
const origins = new Map<string, Origins>()

/** Stores the text of a form. Returns whether that was possible. */
export function keep(key: string, typed: Typed): boolean {
  if (left !== undefined && key.startsWith(left)) return false
  const from = origins.get(key)
  const kept: Kept = { at: Date.now(), typed, ...(from && { from }) }
  const entry = entryOf(key, thisPage())
  if (write(entry, kept)) return true
  // Space for the current text is worth more than its earlier state.
  for (const earlier of Object.keys(from ?? {})) if (earlier !== entry && isOurs(key, earlier)) remove(earlier)
  return write(entry, kept)
}

/** Returns the stored text for a form that has just appeared: what was typed in this window, or else the latest. */
export function findKept(key: string): Kept | undefined {
  left = undefined
  const found = entriesOf(key).flatMap((entry) => {
    const kept = read(entry)
    if (kept && Date.now() - kept.at < month) return { entry, kept }
    remove(entry)
    return []
  })
  const ours = pages().map((page) => found.find(({ entry }) => entry === entryOf(key, page)))
  const others = found.filter(({ kept }) => !kept.done).sort((one, other) => one.kept.at - other.kept.at)
  const latest = ours.findLast((one) => one !== undefined) ?? others.at(-1)
  if (!latest) return undefined
  origins.set(key, { ...latest.kept.from, [latest.entry]: latest.kept.at })
  return latest.kept
}

function entriesOf(key: string) {
  try {
    return Object.keys(localStorage).filter((entry) => entry === key || entry.startsWith(entryOf(key, '')))
  } catch {
    // Nothing was stored.
    return []
  }
}

/**
 * Deletes the text of a form that was saved or discarded here, and the entries from which it came, unless those have
 * changed since. Does not delete the text of another window, which may still show it.
 */
export function forget(key: string) {
  remove(entryOf(key, thisPage()))
  for (const [entry, at] of Object.entries(origins.get(key) ?? {})) {
    const kept = read(entry)
    if (kept?.at !== at) continue
    if (isOurs(key, entry)) remove(entry)
    else write(entry, { ...kept, done: true })
  }
  origins.delete(key)
}

const isOurs = (key: string, entry: string) => entry === key || pages().some((page) => entry === entryOf(key, page))

function read(entry: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(entry) ?? 'null') ?? undefined
  } catch {
    // An entry that cannot be read is treated as missing.
    return undefined
  }
}

function write(entry: string, kept: Kept): boolean {
  try {
    localStorage.setItem(entry, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

function remove(entry: string) {
  try {
    localStorage.removeItem(entry)
  } catch {
    // Nothing was stored.
  }
}

/** Deletes all texts of an account when its person signs out. */
export function forgetAll(account: string) {
  left = keyFor(account, '')
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyFor(account, ''))) localStorage.removeItem(key)
  } catch {
    // Nothing was stored.
  }
}

/**
 * The forms on this page with unsaved text. The value says whether the form disappears when the page shows something
 * else in place.
 */
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

/**
 * Asks before a form with unsaved text disappears. `everything` is for actions that leave the page. Returns whether to
 * go on.
 */
export function mayLeave(question: string, everything = false): boolean {
  const asks = everything ? unsaved.size > 0 : [...unsaved.values()].includes(true)
  return !asks || window.confirm(question)
}
