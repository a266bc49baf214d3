const closers = String.raw`["'”’»)\]]*[\d¹²³⁰⁴-⁹]{0,3}`
const stops = '.:;!?…。！？；：؟؛।'
const ended = new RegExp(`[${stops}]${closers}$`, 'u')
const paused = new RegExp(`[${stops},،、，]${closers}(?:\\s+(?:and|or|et|ou|y|o|и|или))?$`, 'u')

/** Returns the end of a text, which decides how the text can continue. */
const endOf = (text: string) => text.slice(-100)

/** Returns whether a text can end here. A colon or a semicolon is enough. */
export const endsHere = (text: string) => ended.test(endOf(text))

/** Returns whether the next item of a list can follow here, as after "…; and". */
export const pausesHere = (text: string) => paused.test(endOf(text))

export const startsLow = (text: string) => /^["'“‘«([]*\p{Ll}/u.test(text)

const hyphenated = /\p{L}[-‐]$/u
const suspended = /^(?:and|or|to|et|ou|y|o)\b/
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}，。、；：！？（）「」《》]/u

/**
 * A text that is collected line by line. The lines are joined once at the end, so that adding a line takes constant
 * time.
 */
export type Lines = { parts: string[]; end: string }

export const linesOf = (text: string): Lines => ({ parts: text === '' ? [] : [text], end: endOf(text) })

export const textOf = ({ parts }: Lines) => parts.join('')

/**
 * Adds a line to a text. Joins a word that was split at the end of a line, such as "long-" and "term". Puts a space
 * between other lines.
 */
export function addLine(lines: Lines, line: string) {
  const { parts, end } = lines
  const softly = end.endsWith('\u00AD')
  if (softly) parts.push((parts.pop() ?? '').slice(0, -1))
  const added = end === '' || softly || joinsDirectly(end, line) ? line : ` ${line}`
  parts.push(added)
  lines.end = endOf((softly ? end.slice(0, -1) : end) + added)
}

function joinsDirectly(end: string, line: string) {
  if (hyphenated.test(end) && /^\p{Ll}/u.test(line) && !suspended.test(line)) return true
  return unspaced.test([...end].at(-1) ?? '') && unspaced.test(String.fromCodePoint(line.codePointAt(0) ?? 0))
}
