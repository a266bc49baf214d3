import { ownNames } from './network'
import { origin } from './origin'

/**
 * Returns the origins of this site: the address that people open and, if that is a name of this machine, its other
 * names. The host in the request does not count, because anyone's domain name may lead here.
 */
function originsOf(address: string): string[] {
  const { protocol, hostname, port } = new URL(address)
  // A browser treats the names of this machine as different sites, although all of them are ours.
  const names = ownNames.includes(hostname) ? ownNames : [hostname]
  return names.map((name) => new URL(`${protocol}//${name}${port && `:${port}`}`).origin)
}

const ours = originsOf(origin)

/**
 * Returns whether a request comes from one of our pages, or from no page. The browser reports the origin, and a page
 * cannot change it. Another site therefore cannot change anything with the cookies of its visitors.
 */
export function sameOrigin(headers: Headers): boolean {
  const from = headers.get('origin')
  if (from !== null) return ours.includes(from)
  return ['same-origin', 'none', null].includes(headers.get('sec-fetch-site'))
}
