import { type Drawn, readMarkdown } from '@/lib/platform/markdown'

/** An @ in a text, and what may be the name or the email address after it, the longest first. */
export type TypedName = { from: number; candidates: { past: number; name: string }[] }

/** The largest number of signs that are read in a text. Those after them stay text. */
const most = 100
/** The longest name or email address, in characters. */
const longest = 254
const mostWords = 12

/** An @ before a letter or a digit. After one of these characters it belongs to an address or is escaped. */
const sign = /(?<![\p{L}\p{N}\p{M}.%+\-/\\@=&#])@(?=[\p{L}\p{N}])/gu
const email = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]*[\p{L}\p{N}]/u
const word = /[\p{L}\p{N}\p{M}]+/gu

/** Returns the names and email addresses that are typed after an @ in a plain text. Takes linear time. */
export const typedNames = (text: string): TypedName[] => typedAfter(text, signsIn(text))

/**
 * Returns the names and email addresses that are typed after an @ in Markdown. Those in code and in links are left out.
 */
export function typedInMarkdown(text: string): TypedName[] {
  const signs = signsIn(text)
  const mark = markFor(text)
  if (signs.length === 0 || mark === undefined) return []
  const marked = signs.reduceRight(
    (rest, from, place) => `${rest.slice(0, from + 1)}${mark}${place}${mark}${rest.slice(from + 1)}`,
    text,
  )
  const parts = textIn(readMarkdown(marked)).split(mark)
  const places = new Set(parts.filter((_, part) => part % 2 === 1).map(Number))
  return typedAfter(
    text,
    signs.filter((_, place) => places.has(place)),
  )
}

const signsIn = (text: string) => [...text.matchAll(sign)].slice(0, most).map(({ index }) => index)

const privateUse = Array.from({ length: 100 }, (_, place) => String.fromCodePoint(0xe000 + place))

/** Returns a character without a meaning that the text does not contain. */
const markFor = (text: string) => privateUse.find((character) => !text.includes(character))

const closed = new Set(['a', 'code', 'pre'])

/** Returns the text outside code and links. */
const textIn = (all: readonly Drawn[]): string =>
  all
    .map((drawn) => (typeof drawn === 'string' ? drawn : closed.has(drawn.tag) ? '' : textIn(drawn.children)))
    .join('\n')

const typedAfter = (text: string, signs: number[]): TypedName[] =>
  signs.map((from) => {
    const [line = ''] = text.slice(from + 1, from + 1 + longest).split(/[\r\n]/, 1)
    const address = email.exec(line)?.[0]
    const names = address === undefined ? namesIn(line) : [address]
    return { from, candidates: names.map((name) => ({ past: from + 1 + name.length, name })) }
  })

/** Returns the beginnings of a line that may be a name: they end after a word, or after the mark that follows it. */
function namesIn(line: string): string[] {
  const ends = [...line.matchAll(word)].slice(0, mostWords).map((found) => found.index + found[0].length)
  return ends
    .flatMap((end) => (/[^\s]/.test(line[end] ?? ' ') ? [end, end + 1] : [end]))
    .map((end) => line.slice(0, end))
    .reverse()
}
