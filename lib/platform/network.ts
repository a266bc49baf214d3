import { BlockList, isIP } from 'node:net'

const families = { 4: 'ipv4', 6: 'ipv6' } as const

function parse(network: string) {
  const [address = '', prefix, ...more] = network.split('/')
  const version = isIP(address)
  if (more.length > 0 || (version !== 4 && version !== 6)) return null

  const longest = version === 4 ? 32 : 128
  const bits = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
  return bits <= longest ? { address, bits, family: families[version] } : null
}

/** The host names of this machine, as URLs write them. */
export const ownNames = ['127.0.0.1', 'localhost', '[::1]']

/** Returns whether a text is an address, such as 10.0.0.1, or a network, such as 10.0.0.0/8. */
export const isNetwork = (text: string) => parse(text) !== null

/** Returns a function that tells whether an address is in one of the networks. */
export function within(networks: readonly string[]) {
  const known = new BlockList()
  for (const network of networks.map(parse)) {
    if (network) known.addSubnet(network.address, network.bits, network.family)
  }
  return (address: string) => {
    const plain = readAddress(address)
    const version = plain === null ? 0 : isIP(plain)
    return plain !== null && (version === 4 || version === 6) && known.check(plain, families[version])
  }
}

/**
 * `[address]`, `[address]:port` and `address:port` as proxies write them. An IPv6 address without brackets has no port.
 */
const withPort = /^\[([^\]]*)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/

/**
 * Returns an address in its canonical form, without port, brackets, zone and leading zeros. Returns null if it is not
 * one.
 */
export function readAddress(written: string): string | null {
  const [, bracketed, ported] = written.trim().match(withPort) ?? []
  const [bare = ''] = (bracketed ?? ported ?? written.trim()).split('%', 1)
  const address = bare.includes(':') ? bare : bare.replace(/(^|\.)0+(?=\d)/g, '$1')
  if (isIP(address) === 4) return address
  return isIP(address) === 6 ? shortened(address) : null
}

/** Returns an IPv6 address in its shortest form. An IPv4 address that is written as IPv6 becomes IPv4. */
function shortened(address: string) {
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [, high, low] = short.match(/^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/) ?? []
  if (high === undefined || low === undefined) return short
  return [high, low].flatMap((pair) => Array.from(Buffer.from(pair.padStart(4, '0'), 'hex'))).join('.')
}

/**
 * Returns the address of the client. Only the part of `x-forwarded-for` that trusted proxies wrote counts: read from
 * its end, the client is the first address that is not a trusted proxy.
 */
export function clientAddress(peer: string, forwardedFor: string, trusted: (address: string) => boolean) {
  const hops = [...forwardedFor.split(','), peer].map((hop) => readAddress(hop) ?? hop.trim()).filter(Boolean)
  return hops.findLast((hop, index) => index === 0 || !trusted(hop)) ?? peer
}

/** Returns the URL of a listening server that works on this machine. */
export function originAt(host: string, port: number) {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host
  return `http://${name}:${port}`
}
