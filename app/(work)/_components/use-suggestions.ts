import { useEffect, useRef, useState } from 'react'

/** A person who can be mentioned. `insert` is what to type after the @: the name, or the email address if others have it. */
export type Suggestion = { id: string; name: string; about: string; insert: string }

/** A person in the answer of the API. */
type Person = { id: string; name: string; email: string; disabled: boolean; organizations: { name: string }[] }

const most = 6
/** The pause after a letter before the server is asked, in milliseconds. */
const pause = 150

/** Returns the people to suggest, what searches for them, and what ends that. The server says of whom one may know. */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([])
  const running = useRef<{ timer: ReturnType<typeof setTimeout>; request: AbortController }>(undefined)

  function stop() {
    clearTimeout(running.current?.timer)
    running.current?.request.abort()
    running.current = undefined
  }
  useEffect(() => stop, [])

  function search(query: string) {
    stop()
    const request = new AbortController()
    const timer = setTimeout(() => {
      // Suggestions only help. Without an answer, people type the name.
      find(query, request.signal).then(setSuggestions, () => undefined)
    }, pause)
    running.current = { timer, request }
  }

  function close() {
    stop()
    setSuggestions([])
  }
  return { suggestions, search, close }
}

async function find(query: string, signal: AbortSignal): Promise<Suggestion[]> {
  const search = new URLSearchParams({ q: query.trim(), limit: String(most) })
  const answer = await fetch(`/api/v1/users?${search}`, { signal })
  if (!answer.ok) return []
  const { items }: { items: Person[] } = await answer.json()
  const people = items.filter(({ disabled }) => !disabled)
  return people.map(({ id, name, email, organizations }) => ({
    id,
    name,
    about: [...organizations.map((one) => one.name), email].join(', '),
    insert: people.filter((other) => other.name === name).length === 1 ? name : email,
  }))
}
