import { expect, test } from 'vitest'
import { clientAddress, isNetwork, originAt, readAddress, within } from '@/lib/platform/network'
import { subnetOf } from '@/lib/platform/subnet'

test.each(['10.0.0.1', '10.0.0.0/8', '0.0.0.0/0', '::1', 'fd00::/8'])('%s is a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})

test.each(['', 'localhost', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '::1/129', '10.0.0.0/8/8'])(
  '"%s" is no network',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  },
)

const trusted = within(['127.0.0.1', '10.0.0.0/8'])

test('somebody who comes directly is who the connection says, whatever they claim', () => {
  expect(clientAddress('203.0.113.5', '', trusted)).toBe('203.0.113.5')
  expect(clientAddress('203.0.113.5', '198.51.100.1', trusted)).toBe('203.0.113.5')
})

test('behind our proxies it is the last address that none of them has', () => {
  expect(clientAddress('127.0.0.1', '203.0.113.5', trusted)).toBe('203.0.113.5')
  expect(clientAddress('::ffff:127.0.0.1', '198.51.100.1, 203.0.113.5, 10.1.2.3', trusted)).toBe('203.0.113.5')
})

test('a proxy that forwards nothing asks for itself', () => {
  expect(clientAddress('127.0.0.1', '', trusted)).toBe('127.0.0.1')
})

test.each([
  ['192.0.2.9:1111', '192.0.2.9'],
  ['192.000.002.009', '192.0.2.9'],
  ['::ffff:192.0.2.9', '192.0.2.9'],
  ['::FFFF:c000:209', '192.0.2.9'],
  ['0:0:0:0:0:ffff:c000:0209', '192.0.2.9'],
  ['[::1]:1234', '::1'],
  ['[2001:DB8::0001]', '2001:db8::1'],
  ['2001:0db8:0:0:0:0:0:1', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['unknown', null],
  ['', null],
  ['256.1.1.1', null],
])('the address %s is %s, however it is written', (written, address) => {
  expect(readAddress(written)).toBe(address)
  if (address) expect(clientAddress('127.0.0.1', written, trusted)).toBe(address)
  if (address) expect(subnetOf(written)).toBe(subnetOf(address))
})

test('a proxy that writes the ports of its neighbours is still known', () => {
  expect(clientAddress('127.0.0.1', '203.0.113.5:40123, 10.1.2.3:443', trusted)).toBe('203.0.113.5')
})

test('of an IPv6 address its first 64 bits are counted', () => {
  expect(subnetOf('[2001:db8:0:1:aaaa::1]:80')).toBe('2001:db8:0:1::/64')
  expect(subnetOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['::', 'http://localhost:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
])('who listens on %s is opened at %s', (host, address) => {
  expect(originAt(host, 3000)).toBe(address)
})
