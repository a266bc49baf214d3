import { origin } from './origin'

/**
 * Whether a request comes from a page of ours, or from no page at all. A browser says where from, and it can't be made to
 * lie: so nobody else's page changes anything with the cookie of whoever looks at it.
 */
export function sameOrigin(headers: Headers): boolean {
  const from = headers.get('origin')
  if (from !== null) return from === origin || hostOf(from) === headers.get('host')
  return ['same-origin', 'none', null].includes(headers.get('sec-fetch-site'))
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined)
