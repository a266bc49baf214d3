import { ownNames } from './network'
import { origin } from './origin'

/**
 * The origins that are ours: the address that people open, and where that is a name of this machine also its other names.
 * Never what the request says its host is, which a name of somebody else's may lead to.
 */
function originsOf(address: string): string[] {
  const { protocol, hostname, port } = new URL(address)
  // A browser takes the names of this machine for different sites, although all of them are ours.
  const names = ownNames.includes(hostname) ? ownNames : [hostname]
  return names.map((name) => new URL(`${protocol}//${name}${port && `:${port}`}`).origin)
}

const ours = originsOf(origin)

/**
 * Whether a request comes from a page of ours, or from no page at all. A browser says where from, and it can't be made to
 * lie: so nobody else's page changes anything with the cookie of whoever looks at it.
 */
export function sameOrigin(headers: Headers): boolean {
  const from = headers.get('origin')
  if (from !== null) return ours.includes(from)
  return ['same-origin', 'none', null].includes(headers.get('sec-fetch-site'))
}
