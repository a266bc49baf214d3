/** A word or a punctuation mark of a text, with its place in UTF-16 units. */
export type Word = { text: string; start: number; end: number; capital: boolean; acronym: boolean }

/** Chinese is read character by character. Elided articles are words of their own: "d’" and "adopter". */
const word =
  /(?:[cdjlmnst]|qu)[’'](?=\p{L})|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[’'‑-](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*|[,:;()：；，、،؛]/giu

const capital = /^\p{Lu}/u
const acronym = /^\p{Lu}[\p{Lu}\p{N}-]+$/u
const vowelMarks = /[\u064B-\u0652\u0640]/g

/** Names in capitals that are other words in small letters. */
const names = new Set(['IT', 'US', 'WHO'])

/**
 * Returns the words of a text in lower case, in order, with the punctuation that divides its clauses. Names such as
 * "WHO" stay in capitals, unless the whole text is in capitals.
 */
export function wordsOf(text: string): Word[] {
  const mixed = /\p{Ll}/u.test(text)
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: mixed && names.has(found) ? found : plain(found),
    start: index,
    end: index + found.length,
    capital: capital.test(found),
    acronym: acronym.test(found),
  }))
}

/** Returns a word in lower case, with one form of the apostrophe and of the hyphen, without Arabic vowel marks. */
const plain = (found: string) => found.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-').replace(vowelMarks, '')
