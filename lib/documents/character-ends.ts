const scripts = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana']
const written = scripts.map((script) => String.raw`\p{Script=${script}}`).join('')

/** Letters, figures and punctuation that never join what comes before them, nor what comes after. */
const standsAlone = new RegExp(String.raw`^(?:[가-힣\p{P}]|(?=[\p{L}\p{N}])[${written}])$`, 'u')
const known = new Map<string, boolean>()

/** Whether a code point is a whole character beside any other such one. Each is looked up once. */
export function isAlone(point: string): boolean {
  if (point === ' ' || (point > ' ' && point < '\x7F')) return true
  const alone = known.get(point) ?? standsAlone.test(point)
  if (known.size < mostKnown) known.set(point, alone)
  return alone
}

/** More than the letters that most documents are written in. */
const mostKnown = 10_000
