import { expect, test } from 'vitest'
import { strictHeaders } from '@/lib/platform/headers'

type Given = Parameters<typeof strictHeaders>[0]

const usual: Given = { path: '/', nonce: 'bm9uY2U=', secure: true, provider: null, developing: false }

const policyOf = (change: Partial<Given>) => {
  const { 'content-security-policy': policy = '' } = strictHeaders({ ...usual, ...change })
  return Object.fromEntries(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]))
}

test('no script runs but those that carry the nonce, and no frame, base or object is let in', () => {
  expect(policyOf({})).toMatchObject({
    'default-src': "'none'",
    'script-src': "'nonce-bm9uY2U=' 'strict-dynamic'",
    'style-src-elem': "'self' 'nonce-bm9uY2U='",
    'style-src-attr': "'unsafe-inline'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
  })
})

test('only where people sign in may a form lead on to the provider', () => {
  const provider = 'https://login.example.org'
  expect(policyOf({ provider, path: '/sign-in' })['form-action']).toBe(`'self' ${provider}`)
  expect(policyOf({ provider, path: '/sign-in-elsewhere' })['form-action']).toBe("'self'")
  expect(policyOf({ provider, path: '/recommendations' })['form-action']).toBe("'self'")
})

test('code is evaluated in development alone', () => {
  expect(policyOf({})['script-src']).not.toContain('unsafe-eval')
  expect(policyOf({ developing: true })['script-src']).toContain("'unsafe-eval'")
})

test('only by https does an answer ask for https ever after', () => {
  expect(strictHeaders(usual)['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  expect(strictHeaders({ ...usual, secure: false })).not.toHaveProperty('strict-transport-security')
})

test('an uploaded picture may do nothing, and the pages beside it may', () => {
  const hash = 'a'.repeat(64)
  expect(policyOf({ path: `/logo/${hash}` })).toEqual({
    'default-src': "'none'",
    'frame-ancestors': "'none'",
    sandbox: '',
  })
  expect(policyOf({ path: `/logo/${hash}/more` })).not.toHaveProperty('sandbox')
})

test.each([
  '/',
  '/recommendations',
  '/api/v1/recommendations',
  '/_next/image',
  '/icons',
  '/logo/none',
  '/_next/staticfile',
])('%s is not kept', (path) => {
  expect(strictHeaders({ ...usual, path })['cache-control']).toBe('no-store')
})

test.each(['/_next/static/chunks/a.js', '/icon.svg', '/favicon.ico', `/logo/${'0'.repeat(64)}`])(
  '%s may be kept',
  (path) => {
    expect(strictHeaders({ ...usual, path })).not.toHaveProperty('cache-control')
  },
)

test('every answer says how it is to be taken', () => {
  expect(strictHeaders(usual)).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
})
