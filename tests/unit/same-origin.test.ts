import { afterEach, expect, test, vi } from 'vitest'

async function asker(address: string) {
  vi.resetModules()
  vi.stubEnv('NEXTAUTH_URL', address)
  const { sameOrigin } = await import('@/lib/platform/same-origin')
  return (headers: Record<string, string>) => sameOrigin(new Headers(headers))
}

afterEach(() => vi.unstubAllEnvs())

test('only the address that people open is ours, its scheme and port included', async () => {
  const ours = await asker('https://followthrough.example.org')
  expect(ours({ origin: 'https://followthrough.example.org' })).toBe(true)
  for (const origin of ['http://followthrough.example.org', 'https://followthrough.example.org:8443', 'null', 'x']) {
    expect(ours({ origin })).toBe(false)
  }
  expect(ours({ origin: 'https://evil.example', host: 'evil.example' })).toBe(false)
})

test('this machine has several names, all of them ours', async () => {
  const ours = await asker('http://127.0.0.1:3000')
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) expect(ours({ origin: `http://${name}:3000` })).toBe(true)
  expect(ours({ origin: 'http://localhost:3001' })).toBe(false)
  expect(ours({ origin: 'https://localhost:3000' })).toBe(false)
})

test('without an origin the browser says from which kind of site', async () => {
  const ours = await asker('http://127.0.0.1:3000')
  expect([{}, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }].map((input) => ours(input))).toEqual([
    true,
    true,
    true,
  ])
  expect(ours({ 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(ours({ 'sec-fetch-site': 'same-site' })).toBe(false)
})
