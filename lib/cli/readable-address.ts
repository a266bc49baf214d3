/** What a request asks for, where it names a whole address, as proxies are asked: its path, since all names lead to us. */
export const pathOf = (target: string) => target.replace(/^https?:\/\/[^/?#]*(?=[/?]|$)/i, '').replace(/^(?=\?|$)/, '/')

/**
 * An address that can't be read, or that holds a character which nothing can be called by, is the address of nothing: it
 * becomes one that can be read, so that the page or the API says in its own words that nothing is there.
 */
export function readableAddress(url: string) {
  const [path = '', ...query] = url.split('?')
  return [canBeRead(path) ? path : path.replaceAll('%', '%25'), ...query].join('?').replaceAll('%00', '%EF%BF%BD')
}

function canBeRead(path: string) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
