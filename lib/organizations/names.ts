const listMark = /^\s*(?:[-*•–—·]|\d{1,3}[.)])\s+/

/** The names in a pasted list, one a line, without the marks of the list; each once, whatever its case. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(listMark, '').trim())
    .filter((name) => name !== '')
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = name.toLowerCase()
    return seen.has(key) ? false : seen.add(key)
  })
}
