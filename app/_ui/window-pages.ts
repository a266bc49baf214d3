'use client'

/* A window knows the pages that it has loaded. A window that was copied from another one knows the pages of both. */

const name = 'pages'
const most = 100

let here: string | undefined
let known: string[] = []

/** Returns the name of this loaded page. No other window uses the same name. */
export function thisPage(): string {
  if (here === undefined) {
    // Not `randomUUID`, which browsers offer over HTTPS only.
    here = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
    known = [...before(), here].slice(-most)
    try {
      sessionStorage.setItem(name, JSON.stringify(known))
    } catch {
      // The browser stores nothing, so this page is the only one.
    }
  }
  return here
}

/** Returns the names of the pages that this window has loaded, with this one last. */
export function pages(): string[] {
  thisPage()
  return known
}

function before(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '[]')
  } catch {
    return []
  }
}
