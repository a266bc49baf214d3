/** The length of an excerpt before and after the words, in characters. */
const around = 90

/**
 * Returns the part of a text around some words, whatever their case. Where letters differ, as with accents, the words are
 * not marked, and the part is the beginning.
 */
export function excerptOf(text: string, words: string) {
  const at = text.toLocaleLowerCase('en').indexOf(words.trim().toLocaleLowerCase('en'))
  const characters = [...text]
  if (at < 0 || text.length !== characters.length) {
    const short = characters.length > 2 * around
    return { before: characters.slice(0, 2 * around).join('') + (short ? '…' : ''), marked: '', behind: '' }
  }
  const end = at + words.trim().length
  return {
    before: (at > around ? '…' : '') + text.slice(Math.max(at - around, 0), at),
    marked: text.slice(at, end),
    behind: text.slice(end, end + around) + (end + around < text.length ? '…' : ''),
  }
}
