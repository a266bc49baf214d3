const listMark = /^\s*(?:[-*•–—·]|\d{1,3}[.)])\s+/

type Line = { name: string; line: number }

/** Returns the names in a pasted list, one for each line, without list marks. Leaves out repetitions, in any case. */
export const namesIn = (text: string): string[] => linesIn(text).map(({ name }) => name)

/** Returns the names in a pasted list, each with the number of its line. */
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
