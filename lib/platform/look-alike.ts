import { rectifyConfusion } from 'unicode-confusables'
import { cachedByText } from './text-cache'

/**
 * Returns what a name looks like, according to Unicode's table of confusable characters (UTS 39). The result is equal
 * for names that a reader cannot tell apart, such as one with Cyrillic letters in it. ASCII letters and digits do not
 * change, so that "Committee I" and "Committee 1" differ. The exceptions are I and l, which the table and many fonts
 * treat as the same.
 */
export const lookOf = cachedByText((name: string) =>
  spellingOf(
    // Decomposed, because the table has no accented letters.
    [...name.normalize('NFKD')].map((character) => (character <= '\x7F' ? character : rectified(character))).join(''),
  ).replaceAll('l', 'i'),
)

const rectified = cachedByText((character: string) => rectifyConfusion(character))

/** Returns the letters and digits of a name, ignoring case, punctuation and spaces. */
export const spellingOf = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
