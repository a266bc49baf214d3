const mostCharacters = 2_000_000

/** Keeps what `read` made of the texts read last, up to two million characters, so that no page reads a text twice. */
export function cachedByText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  let characters = 0
  return (text) => {
    const found = kept.get(text)
    const result = found ?? read(text)
    if (found === undefined) characters += text.length
    // A map iterates in the order of insertion: the text used longest ago comes first.
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
