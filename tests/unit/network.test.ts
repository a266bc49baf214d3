import { expect, test } from 'vitest'
import { clientAddress, isNetwork, within } from '@/lib/platform/network'

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
