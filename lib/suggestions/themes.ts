import { type Word, wordsOf } from './words'

const shortest = 4

/** Returns the beginning that the forms of a word share: "capacity" and "capacities". */
const stemOf = (word: string) => word.slice(0, Math.max(5, word.length - 3))

const stemsOf = (words: readonly Word[]) =>
  words
    .flatMap(({ text }) => text.split('-'))
    .filter((word) => word.length >= shortest)
    .map(stemOf)

/** Returns a function that finds the themes whose words all occur in a text, in some form. */
export function themeFinder(themes: readonly string[]): (words: readonly Word[]) => string[] {
  const known = themes
    .map((theme) => ({ theme, stems: stemsOf(wordsOf(theme)) }))
    .filter(({ stems }) => stems.length > 0)
  if (known.length === 0) return () => []
  return (words) => {
    const stems = stemsOf(words)
    const present = new Set(stems.flatMap((stem) => [stem, stem.slice(0, 5)]))
    return known.filter((one) => one.stems.every((stem) => present.has(stem))).map(({ theme }) => theme)
  }
}
