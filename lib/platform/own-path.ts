/** Stands for our own origin, whatever it is. Nobody can own a name under .invalid. */
const here = 'http://own.invalid'

/**
 * Matches what a browser reads as another site: two slashes or backslashes, with white space between them that it
 * ignores. The second may be encoded, because some proxies decode it.
 */
const elsewhere = /^[/\\][\t\n\r]*([/\\]|%2f|%5c)/i

/**
 * Returns a path on this site with its query and fragment, or null. Never returns an address that leads to another
 * site. A path that it has returned, it returns unchanged.
 */
export function ownPath(given: string | undefined): string | null {
  if (!given?.startsWith('/') || elsewhere.test(given) || !URL.canParse(given, here)) return null
  const { origin, pathname, search, hash } = new URL(given, here)
  // A path such as /.//x becomes //x when its dots are resolved.
  if (origin !== here || elsewhere.test(pathname)) return null
  return `${pathname}${search}${hash}`
}
