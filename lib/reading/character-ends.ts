const scripts = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana']
const written = scripts.map((script) => String.raw`\p{Script=${script}}`).join('')

/** Letters, digits and punctuation that never combine with the character before or after them. */
const standsAlone = new RegExp(String.raw`^(?:[가-힣\p{P}]|(?=[\p{L}\p{N}])[${written}])$`, 'u')
const known = new Map<string, boolean>()

/**
 * Returns whether a code point is a complete character next to any other such code point. Caches the result for each.
 */
export function isAlone(point: string): boolean {
  if (point === ' ' || (point > ' ' && point < '\x7F')) return true
  const alone = known.get(point) ?? standsAlone.test(point)
  if (known.size < mostKnown) known.set(point, alone)
  return alone
}

/** More than the number of different characters in most documents. */
const mostKnown = 10_000
