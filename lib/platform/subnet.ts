import { isIPv6 } from 'node:net'
import { readAddress } from './network'

/**
 * Returns an IPv4 address as it is, or the first 64 bits of an IPv6 address, which one household or office has to
 * itself.
 */
export function subnetOf(written: string): string {
  const address = readAddress(written) ?? written
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const first = head ? head.split(':') : []
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4)
  return `${groups.join(':')}::/64`
}
