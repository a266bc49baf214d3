import { type Character, charactersOf } from './characters'
import type { Span } from './sentences'

const blank = /^\s+$/u

/** A character to compare. Composed and decomposed letters are equal, and so is all white space. */
type Token = Span & { text: string }

function tokensOf(characters: readonly Character[]): Token[] {
  const tokens: Token[] = []
  for (const { text, start, end } of characters) {
    const normal = blank.test(text) ? ' ' : text.normalize('NFC')
    const last = tokens.at(-1)
    if (normal === ' ' && last?.text === ' ') last.end = end
    else tokens.push({ text: normal, start, end })
  }
  return tokens
}

const isBlank = (token: Token | undefined) => token?.text === ' '

/**
 * Returns all occurrences of the words in a text, in order, including those that overlap. Compares character by
 * character: composed and decomposed letters are equal, and so are runs of white space and line breaks. Ignores white
 * space around the words.
 */
export function findWords(text: string, words: string): Span[] {
  const wanted = tokensOf(charactersOf(words))
  if (isBlank(wanted[0])) wanted.shift()
  if (isBlank(wanted.at(-1))) wanted.pop()
  return wanted.length === 0 ? [] : placesIn(tokensOf(charactersOf(text)), wanted)
}

/**
 * Searches with the algorithm of Knuth, Morris and Pratt, which reads each token once, however often only the beginning
 * matches.
 */
function placesIn(tokens: readonly Token[], wanted: readonly Token[]): Span[] {
  const fallbacks = fallbacksOf(wanted)
  const places: Span[] = []
  let matched = 0
  for (const [at, { text, end }] of tokens.entries()) {
    while (matched > 0 && wanted[matched]?.text !== text) matched = fallbacks[matched - 1] ?? 0
    if (wanted[matched]?.text === text) matched++
    if (matched < wanted.length) continue
    places.push({ start: tokens[at - matched + 1]?.start ?? 0, end })
    matched = fallbacks[matched - 1] ?? 0
  }
  return places
}

/** Returns, for each prefix of the words, the length of its longest proper suffix that is also a prefix. */
function fallbacksOf(wanted: readonly Token[]): number[] {
  const fallbacks = [0]
  let matched = 0
  for (const { text } of wanted.slice(1)) {
    while (matched > 0 && wanted[matched]?.text !== text) matched = fallbacks[matched - 1] ?? 0
    if (wanted[matched]?.text === text) matched++
    fallbacks.push(matched)
  }
  return fallbacks
}
