/**
 * Returns the path of a request. A request may name a full URL, as requests to proxies do; its host does not matter,
 * because all hosts lead here.
 */
export const pathOf = (target: string) => target.replace(/^https?:\/\/[^/?#]*(?=[/?]|$)/i, '').replace(/^(?=\?|$)/, '/')

/**
 * Replaces an address that cannot be decoded, or that contains a character which no name can have, by a readable one
 * that leads to nothing. The page or the API then says itself that nothing is there.
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
