type Values = Record<string, string | number | undefined>

/** Returns the address of a page with these parameters, and the part of the page to scroll to. Leaves out undefined ones. */
export function pageAddress(path: string, values: Values = {}, part?: string): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const query = new URLSearchParams(given).toString()
  return `${path}${query ? `?${query}` : ''}${part ? `#${part}` : ''}`
}

/**
 * Returns the words in a part of a page's path, where Next leaves every letter that is not ASCII encoded. A part that
 * cannot be decoded is returned as it is, and names nothing.
 */
export function wordsInPath(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
