/** Lines that a page has and its text has not: job numbers, page numbers, the document's symbol. */
const furniture = [
  /^(?:\d{1,4}(?:\/\d{1,4})?\s+)?(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{1,4}(?:\/\d{1,4})?)?$/,
  /^(?:page\s+)?(?:[-–—]\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*[-–—])?$/i,
  /^[A-Z]{1,8}(?:\/[A-Z0-9.()-]+)+$/,
]

export const isFurniture = (line: string) => furniture.some((pattern) => pattern.test(line))

const closers = String.raw`["'”’»)\]]*[\d¹²³⁰⁴-⁹]{0,3}`
const stops = '.:;!?…。！？；：؟؛।'
const ended = new RegExp(`[${stops}]${closers}$`, 'u')
const paused = new RegExp(`[${stops},،、，]${closers}(?:\\s+(?:and|or|et|ou|y|o|и|или))?$`, 'u')

/** Whether a text comes to an end here: a colon or semicolon will do. */
export const endsHere = (text: string) => ended.test(text)

/** Whether the next item of a list may follow here: "…; and" will do. */
export const pausesHere = (text: string) => paused.test(text)

export const startsLow = (text: string) => /^["'“‘«([]*\p{Ll}/u.test(text)

const hyphenated = /\p{L}[-‐]$/u
const suspended = /^(?:and|or|to|et|ou|y|o)\b/
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}，。、；：！？（）「」《》]/u

/** Puts together what a page's width had broken: "long-" and "term" are one word, other lines are a space apart. */
export function joinLines(before: string, line: string): string {
  if (before === '') return line
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + line
  if (hyphenated.test(before) && /^\p{Ll}/u.test(line) && !suspended.test(line)) return before + line
  if (unspaced.test([...before].at(-1) ?? '') && unspaced.test([...line][0] ?? '')) return before + line
  return `${before} ${line}`
}
