'use client'

/* A window knows the pages that it loaded. A window that was made as a copy of another one knows those of both. */

const name = 'pages'
const most = 100

let here: string | undefined
let known: string[] = []

/** Returns the name of this page, as it was loaded now, by which no other window calls one of its pages. */
export function thisPage(): string {
  if (here === undefined) {
    // Not `randomUUID`, which a browser offers over https alone.
    here = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
    known = [...before(), here].slice(-most)
    try {
      sessionStorage.setItem(name, JSON.stringify(known))
    } catch {
      // The browser keeps nothing: this page is the only one.
    }
  }
  return here
}

/** Returns the names of the pages that this window loaded, this one last. */
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
