const separators = [',', ';', '\t', '|'] as const

/** How much of a text is looked at, in characters. */
const looked = 20_000

/** Returns the separator of a CSV text: the one that occurs most in its first rows, outside quotation marks. */
export function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((one) => [one, 0]))
  let quoted = false
  let rows = 0
  for (const character of text.slice(0, looked)) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n') rows++
    if (rows === 5) break
    const count = counts.get(character)
    if (count !== undefined) counts.set(character, count + 1)
  }
  return separators.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best))
}
