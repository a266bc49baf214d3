import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '@/lib/platform/environment'

test('nothing has to be set', () => {
  const settings = readEnvironment({})
  expect(settings).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', TIME_ZONE: 'UTC', LOG_LEVEL: 'info' })
  expect(settings.DATA_DIR).toBe(resolve('.data'))
  expect(settings.DATABASE_URL).toBeUndefined()
})

test('what is set but blank is not set', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ PORT: 3000 })
})

test('every value that cannot be used is named at once, with what to give instead', () => {
  const variables = { PORT: '80a', DATABASE_URL: 'mysql://x', TIME_ZONE: 'Mars/Olympus', LOG_LEVEL: 'loud' }
  expect(() => readEnvironment(variables)).toThrow(
    /PORT: give a number.*\n.*DATABASE_URL: give an address.*\n.*TIME_ZONE: give a name.*\n.*LOG_LEVEL: give one of/,
  )
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['HOST', 'a b'],
  ['NEXTAUTH_URL', 'followthrough.example.org'],
  ['NEXTAUTH_URL', 'https://example.org/followthrough'],
  ['NEXTAUTH_SECRET', 'short'],
  ['ADMIN_EMAIL', 'ada'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['OIDC_ISSUER', 'login.example.org'],
  ['OIDC_ISSUER', 'http://login.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['RATE_LIMIT', 'many'],
  ['PSEUDO_LANGUAGE', 'en-XB'],
])('%s=%s cannot be used', (name, text) => {
  expect(() => readEnvironment({ [name]: text })).toThrow(new RegExp(`\\n {2}${name}: give `))
})

test('settings that say nothing alone ask for each other', () => {
  expect(() => readEnvironment({ ADMIN_EMAIL: 'ada@example.org' })).toThrow(
    'ADMIN_PASSWORD: needed beside ADMIN_EMAIL.',
  )
  expect(() => readEnvironment({ OIDC_ISSUER: 'https://login.example.org' })).toThrow(
    'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: needed beside OIDC_ISSUER.',
  )
})

test('a list of proxies may have commas, spaces or both', () => {
  expect(readEnvironment({ TRUSTED_PROXIES: '10.0.0.0/8, ::1 192.0.2.7' }).TRUSTED_PROXIES).toEqual([
    '10.0.0.0/8',
    '::1',
    '192.0.2.7',
  ])
})
