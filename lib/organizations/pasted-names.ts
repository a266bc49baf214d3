const listMark = /^\s*(?:[-*•–—·]|\d{1,3}[.)])\s+/

type Line = { name: string; line: number }

/** The names in a pasted list, one a line, without the marks of the list; each once, whatever its case. */
export const namesIn = (text: string): string[] => linesIn(text).map(({ name }) => name)

/** The names of a pasted list, each with the number of its line. */
export function linesIn(text: string): Line[] {
  const seen = new Set<string>()
  return text.split(/\r\n|\r|\n/).flatMap((written, place) => {
    const name = written.replace(listMark, '').trim()
    const key = name.toLowerCase()
    if (name === '' || seen.has(key)) return []
    seen.add(key)
    return { name, line: place + 1 }
  })
}
