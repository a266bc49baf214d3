/* Marks the words of a search in the texts that it found. The database decides what is found; this only shows where. */

/** The marks around a hit: two characters of private use, which are removed from texts before. */
export const hit = { start: '\uE000', stop: '\uE001' }

/** The length of the part of a text in which hits are marked, in characters. The search itself reads the whole text. */
const longest = 5_000

/** SQL: a text with every hit marked, by the stems of its language. */
export const marked = (column: string, language: string, q: string) => `
  ts_headline(search_dictionary(${language}), translate(left(${column}, ${longest}), '${hit.start}${hit.stop}', ''),
    search_query(${q}), 'StartSel=${hit.start}, StopSel=${hit.stop}, HighlightAll=true')`

/** Returns a text with the first part that reads like the typed words marked, if no word is marked yet. */
export function withHit(text: string, q: string): string {
  if (text.includes(hit.start)) return text
  const word = wholeWord(text, q.trim())
  if (word !== undefined) return mark(text, word, word + q.trim().length)
  const wanted = fold(q).folded.trim()
  const { folded, places } = fold(text)
  const at = wanted === '' ? -1 : folded.indexOf(wanted)
  if (at === -1) return text
  return mark(text, places[at] ?? 0, places[at + wanted.length] ?? text.length)
}

const mark = (text: string, from: number, past: number) =>
  `${text.slice(0, from)}${hit.start}${text.slice(from, past)}${hit.stop}${text.slice(past)}`

/** Returns the place of a word as it is written, so that "IT" is marked and not the letters within "with". */
function wholeWord(text: string, word: string): number | undefined {
  if (word === '') return undefined
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(Math.max(at - 2, 0), at), text.slice(at + word.length, at + word.length + 2)]
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at
  }
  return undefined
}

/**
 * Returns a text without case, accents and hyphens, and for each of its characters the place of the original character.
 */
function fold(text: string) {
  const places: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\p{Pd}|\s/gu, ' ')
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) places.push(at)
    at += character.length
  }
  return { folded, places }
}

/**
 * Returns at most `most` characters around the first hit, or from the beginning, with an ellipsis where the text is
 * cut.
 */
export function excerptAround(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const first = Math.max(characters.indexOf(hit.start), 0)
  const wanted = Math.max(Math.min(first - Math.floor(most / 4), characters.length - most), 0)
  const start = wanted === 0 ? 0 : wordFrom(characters, wanted, first)
  const end = start + most >= characters.length ? characters.length : wordBefore(characters, start + most)
  const excerpt = characters.slice(start, end).join('').trim()
  return `${start > 0 ? '…' : ''}${balanced(excerpt)}${end < characters.length ? '…' : ''}`
}

/** Returns the start of the first word from a place on, but not after `last`. */
function wordFrom(characters: string[], place: number, last: number) {
  for (let at = place; at < last; at++) if (/\s/.test(characters[at - 1] ?? ' ')) return at
  return place
}

/** Returns the end of the last word before a place, if there is a space near it. */
function wordBefore(characters: string[], place: number) {
  for (let at = place; at > place - 40; at--) if (/\s/.test(characters[at] ?? '')) return at
  return place
}

/** Adds the missing mark to a hit that the cut divided. */
function balanced(excerpt: string) {
  const stopsFirst = excerpt.indexOf(hit.stop)
  const startsFirst = excerpt.indexOf(hit.start)
  const opened = stopsFirst !== -1 && (startsFirst === -1 || stopsFirst < startsFirst) ? hit.start + excerpt : excerpt
  return opened.lastIndexOf(hit.start) > opened.lastIndexOf(hit.stop) ? opened + hit.stop : opened
}
