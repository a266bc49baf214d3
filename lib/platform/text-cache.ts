const mostCharacters = 2_000_000

/**
 * Returns a function that caches the results of `read` for the texts used last, up to two million characters in all.
 */
export function cachedByText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  let characters = 0
  return (text) => {
    const found = kept.get(text)
    const result = found ?? read(text)
    if (found === undefined) characters += text.length
    // A map iterates in the order of insertion, so the text that was used longest ago comes first.
    kept.delete(text)
    kept.set(text, result)
    for (const oldest of kept.keys()) {
      if (characters <= mostCharacters) break
      kept.delete(oldest)
      characters -= oldest.length
    }
    return result
  }
}
