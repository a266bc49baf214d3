/** Stands for our own address, whatever it is: nobody can own a name under .invalid. */
const here = 'http://own.invalid'

/**
 * What a browser takes for another site: two slashes, of either kind, with blanks that it skips between them. The second
 * may be encoded: some proxies decode it.
 */
const elsewhere = /^[/\\][\t\n\r]*([/\\]|%2f|%5c)/i

/**
 * A path of ours with its query and fragment, whatever somebody wrote: never an address that leads to another site. Gives
 * null for everything else. What it gives, it gives again unchanged.
 */
export function ownPath(given: string | undefined): string | null {
  if (!given?.startsWith('/') || elsewhere.test(given) || !URL.canParse(given, here)) return null
  const { origin, pathname, search, hash } = new URL(given, here)
  // A path such as /.//x becomes //x when its dots are resolved.
  if (origin !== here || elsewhere.test(pathname)) return null
  return `${pathname}${search}${hash}`
}
