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

/** An address, such as 10.0.0.1, or a network, such as 10.0.0.0/8. */
export const isNetwork = (text: string) => parse(text) !== null

/** Answers whether an address is within one of the networks. */
export function within(networks: readonly string[]) {
  const known = new BlockList()
  for (const network of networks.map(parse)) {
    if (network) known.addSubnet(network.address, network.bits, network.family)
  }
  return (address: string) => {
    const version = isIP(address)
    return (version === 4 || version === 6) && known.check(address, families[version])
  }
}

/** An IPv4 address as itself where a socket of both families shows it as IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/**
 * Whose request it is. What `x-forwarded-for` says counts only so far as trusted proxies wrote it: read from its end,
 * the first address that is no proxy of ours.
 */
export function clientAddress(peer: string, forwardedFor: string, trusted: (address: string) => boolean) {
  const hops = [...forwardedFor.split(',').map((hop) => plain(hop.trim())), plain(peer)].filter(Boolean)
  return hops.findLast((hop, index) => index === 0 || !trusted(hop)) ?? peer
}
