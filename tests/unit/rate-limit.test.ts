import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { costOf, rateLimit } from '@/lib/server/rate-limit'

type Said = { address?: string; token?: string; method?: string; url?: string }

function request({ address = '203.0.113.5', token, method = 'GET', url = '/api/v1/me' }: Said) {
  const headers = { 'x-forwarded-for': address, ...(token && { authorization: `Bearer ${token}` }) }
  return Object.assign(new IncomingMessage(new Socket()), { method, url, headers })
}

const nobody = { reference: '', reached: true, language: 'en', setHeader() {}, setStatus() {} }

/** Asks as often as that; answers how often it was let through. */
function asker(points: number) {
  const take = rateLimit(points)
  return async (input: Said, times: number, account?: string) => {
    let passed = 0
    for (let time = 0; time < times; time++) {
      const { wait, settle } = await take(request(input))
      if (wait !== undefined) continue
      passed++
      settle({ ...nobody, ...(account && { account }) })
    }
    return passed
  }
}

test('who asks for too much waits, and is told how long', async () => {
  const take = rateLimit(3)
  for (let time = 0; time < 3; time++) expect((await take(request({}))).wait).toBeUndefined()
  const { wait } = await take(request({}))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
})

test('only so many answers beyond the limit as within it take some work', async () => {
  const take = rateLimit(3)
  for (let time = 0; time < 3; time++) await take(request({}))
  const spared: unknown[] = []
  for (let time = 0; time < 5; time++) spared.push((await take(request({}))).spared)
  expect(spared).toEqual([true, true, true, false, false])
})

test('people behind one address each have their own, whatever strangers there use up', async () => {
  const ask = asker(5)
  expect(await ask({ token: 'a' }, 1, 'ada')).toBe(1)
  expect(await ask({ token: 'b' }, 1, 'ben')).toBe(1)
  expect(await ask({}, 9)).toBe(5)
  expect(await ask({ token: 'a' }, 9, 'ada')).toBe(4)
  expect(await ask({ token: 'b' }, 9, 'ben')).toBe(4)
})

test('tokens that open nothing count for the address they come from', async () => {
  const ask = asker(5)
  let passed = 0
  for (let time = 0; time < 20; time++) passed += await ask({ token: `made-up-${time}` }, 1)
  expect(passed).toBe(5)
  expect(await ask({ address: '203.0.113.6' }, 1)).toBe(1)
})

test('a token that was revoked uses up nothing of who had it', async () => {
  const ask = asker(5)
  await ask({ token: 'old' }, 1, 'ada')
  await ask({ token: 'old', address: '198.51.100.1' }, 9)
  expect(await ask({ token: 'new' }, 4, 'ada')).toBe(4)
})

test('several addresses of one network count as one', async () => {
  const ask = asker(2)
  expect(await ask({ address: '2001:db8::1' }, 2)).toBe(2)
  expect(await ask({ address: '2001:db8::2' }, 1)).toBe(0)
})

test('with no limit nobody waits', async () => {
  expect(await asker(0)({}, 50)).toBe(50)
})

test.each([
  ['GET', '/api/health/ready', 0],
  ['GET', '/_next/static/a.js', 0],
  ['POST', '/sign-in', 0],
  ['GET', '/api/v1/me', 1],
  ['GET', '/api/v1/recommendations?limit=200', 5],
  ['GET', '/api/v1/recommendations?limit=1e400', 5],
  ['GET', '/api/v1/recommendations?limit=-9', 1],
  ['GET', '/recommendations?q=courts', 3],
  ['GET', '/recommendations.csv?status=done', 50],
  ['GET', '/recommendations.xlsx', 50],
  ['GET', '/api/v1/verify/7KQ2-M0VD-9XEA-4TRB', 50],
  ['GET', '/verify/7KQ2-M0VD-9XEA-4TRB?sha256=0', 50],
  ['POST', '/verify/file', 50],
  ['GET', '/verify', 1],
  ['POST', '/api/v1/documents', 5],
  ['DELETE', '/api/v1/assignments/1', 5],
])('%s %s costs %i', (method, url, cost) => {
  expect(costOf({ method, url })).toBe(cost)
})

test('what is free has its price where its body is larger than anybody types', () => {
  const of = (headers: Record<string, string>) => costOf({ method: 'POST', url: '/sign-in', headers })
  expect(of({ 'content-length': '2000' })).toBe(0)
  expect(of({ 'content-length': '3000000' })).toBe(5)
  expect(of({ 'transfer-encoding': 'chunked' })).toBe(5)
})
