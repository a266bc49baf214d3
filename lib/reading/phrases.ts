/** A phrase in more texts than this says little about which of them is meant. */
const mostTexts = 16

/**
 * Returns a function that tells which texts share most phrases of two words with other words, the most similar first.
 * Phrases that many texts share are left out, so that the time grows with the number of words.
 */
export function indexOfPhrases(texts: ReadonlyMap<number, readonly string[]>) {
  const index = new Map<string, number[]>()
  for (const [place, words] of texts) {
    for (const phrase of phrasesOf(words)) {
      const places = index.get(phrase)
      if (!places) index.set(phrase, [place])
      else if (places.length <= mostTexts) places.push(place)
    }
  }
  return (words: readonly string[], most: number): number[] => {
    const votes = new Map<number, number>()
    for (const phrase of phrasesOf(words)) {
      const places = index.get(phrase) ?? []
      if (places.length > mostTexts) continue
      for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1)
    }
    const best = [...votes].sort(([place, count], [other, others]) => others - count || place - other)
    return best.slice(0, most).map(([place]) => place)
  }
}

const phrasesOf = (words: readonly string[]) =>
  new Set(words.length === 1 ? words : words.slice(1).map((word, place) => `${words[place]} ${word}`))
