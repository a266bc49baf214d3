import { expect, test } from 'vitest'
import { browserKnownTo, rememberIn } from '@/lib/people/known-browser'
import { signIn, signInBlockedUntil } from '@/lib/people/sign-in'
import { signInDelay } from '@/lib/people/sign-in-delay'
import { delayOfTry, forgiveAccount, keyOf, takeTry } from '@/lib/people/sign-in-limits'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { fail } from '../support/failed-sign-in'
import { givenPerson, password } from '../support/given-person'

const nobody = () => `${newId()}@example.org`
const morning = '2026-03-01T09:00:00Z'
const later = (minutes: number, seconds = 0) =>
  new Date(Date.parse(morning) + (minutes * 60 + seconds) * 1000).toISOString()

test('one signs in with address and password, the address in whatever case', async () => {
  const { id, email } = await givenPerson()
  expect(await signIn({ email: email.toUpperCase(), password })).toEqual({ id })
  expect(await signIn({ email, password: `${password} ` })).toBeNull()
})

const refused = { 'who is not there': nobody, 'what is no address': () => 'a\0b', 'nothing at all': () => undefined }
for (const [who, email] of Object.entries(refused)) {
  test(`${who} doesn't sign in`, async () => {
    expect(await signIn({ email: email(), password })).toBeNull()
  })
}

test('who has no password doesn’t sign in with one, nor with the hash that stands in for it', async () => {
  const { email } = await givenPerson({ invited: true })
  expect(await signIn({ email, password: '' })).toBeNull()
  expect(await signIn({ email, password })).toBeNull()
})

for (const [who, address] of [
  ['there', async () => (await givenPerson()).email],
  ['not there', async () => nobody()],
] as const) {
  test(`after five failures one waits, and is told until when, whether the account is ${who}`, async () => {
    const email = await address()
    await at(morning, () => fail(email, 4))
    expect(await at(morning, () => signInBlockedUntil({ email }))).toBeNull()
    await at(morning, () => fail(email, 1))
    expect((await at(morning, () => signInBlockedUntil({ email })))?.toISOString()).toBe('2026-03-01T09:01:00.000Z')
  })
}

test('while one waits the right password is not tried from the same place; then it is', async () => {
  const { id, email } = await givenPerson()
  await at(morning, () => fail(email, 5))
  expect(await at(later(0, 59), () => signIn({ email, password }))).toBeNull()
  expect(await at(later(1), () => signIn({ email, password }))).toEqual({ id })
  expect(await at(later(1), () => signInBlockedUntil({ email }))).toBeNull()
})

test('each further failure doubles the wait, up to a quarter of an hour; after an hour all is forgotten', async () => {
  const email = nobody()
  await at(morning, () => fail(email, 5))
  const waits: number[] = []
  for (let minute = 1; minute < 46; ) {
    await at(later(minute), () => fail(email, 1))
    const until = await at(later(minute), () => signInBlockedUntil({ email }))
    const wait = until ? (until.getTime() - Date.parse(later(minute))) / 60_000 : 0
    waits.push(wait)
    minute += wait
  }
  expect(waits).toEqual([2, 4, 8, 15, 15, 15])

  await at(later(61), () => fail(email, 4))
  expect(await at(later(61), () => signInBlockedUntil({ email }))).toBeNull()
})

test('many tries at once get no further than as many one after another', async () => {
  const { id, email } = await givenPerson()
  const tries = Array.from({ length: 30 }, (_, one) => signIn({ email, password: one === 29 ? password : 'wrong' }))
  await Promise.all(tries)
  const { failures } = await db.signInFailure.findUniqueOrThrow({ where: { key: keyOf.pair(id, 'network ') } })
  expect(failures).toBeLessThanOrEqual(5)
})

const elsewhere = (one: number) => `198.51.${Math.floor(one / 250)}.${one % 250}`

test('strangers keep nobody out: from any other network the right password gets in, however often they fail', async () => {
  const { id, email } = await givenPerson()
  for (let one = 0; one < 60; one++) await at(later(one % 50), () => fail(email, 1, elsewhere(one)))
  await at(later(50), () => fail(email, 20, '192.0.2.66'))
  expect(await at(later(50), () => signIn({ email, password, address: '192.0.2.66' }))).toBeNull()
  expect(await at(later(50), () => signIn({ email, password, address: '203.0.113.9' }))).toEqual({ id })
})

test('a browser in which one signed in before is not kept out either, even in the network of those who fail', async () => {
  const { id, email } = await givenPerson()
  const address = '192.0.2.67'
  const browser = rememberIn(undefined, id)
  await at(morning, () => fail(email, 20, address))
  expect(await at(morning, () => signIn({ email, password, address }))).toBeNull()
  expect(await at(morning, () => signIn({ email, password, address, browser }))).toEqual({ id })
})

test('in a browser that the account knows one guesses no more often than elsewhere', async () => {
  const { id, email } = await givenPerson()
  const browser = rememberIn(undefined, id)
  await at(morning, async () => {
    for (let one = 0; one < 5; one++)
      await signIn({ email, password: `wrong ${one}`, address: elsewhere(one), browser })
    expect(await signIn({ email, password, address: elsewhere(9), browser })).toBeNull()
  })
})

test('a browser is known to the accounts that signed in there, and nobody makes it known to another', async () => {
  const [one, other, third] = [newId(), newId(), newId()]
  const value = rememberIn(rememberIn(undefined, one), other)
  expect(browserKnownTo(one, value)).not.toBeNull()
  expect(browserKnownTo(one, value)).toBe(browserKnownTo(other, value))
  for (const forged of [value, value.replace(/^./, 'x'), `${value}.${'0'.repeat(32)}`, '', 'a\0b', undefined]) {
    expect(browserKnownTo(third, forged)).toBeNull()
  }
  const many = Array.from({ length: 12 }, newId).reduce<string | undefined>(rememberIn, value) ?? ''
  expect(many.length).toBeLessThan(400)
  expect(browserKnownTo(one, many)).toBeNull()
})

test('an account and a network that failed often only wait: longer each time, and never longer than four seconds', async () => {
  const account = keyOf.account(newId())
  const waits = await at(morning, async () => {
    const all: number[] = []
    for (let one = 0; one < 26; one++) all.push(await delayOfTry([account]))
    return all
  })
  expect(waits.slice(0, 20).every((wait) => wait === 0)).toBe(true)
  expect(waits.slice(20)).toEqual([500, 1000, 2000, 4000, 4000, 4000])
  expect(await at(later(61), () => delayOfTry([account]))).toBe(0)

  const address = keyOf.address('192.0.2.0')
  const fromOne = await at(morning, async () => {
    const all: number[] = []
    for (let one = 0; one < 102; one++) all.push(await delayOfTry([address]))
    return all
  })
  expect(fromOne.slice(99)).toEqual([0, 500, 1000])
})

test('whoever tries many accounts from one address keeps out nobody there', async () => {
  const { id, email } = await givenPerson()
  const address = '192.0.2.7'
  await at(morning, async () => {
    for (let one = 0; one < 120; one++) await delayOfTry([keyOf.address(address)])
    expect(await signIn({ email, password, address })).toEqual({ id })
  })
})

for (const variant of ['VİEW', 'view', 'VIEW', 'vİew']) {
  test(`an account has one counter, in whatever letters it is named: ${variant}`, async () => {
    const mark = newId()
    for (const there of [true, false]) {
      const email = `view-${there}-${mark}@example.org`
      if (there) await db.user.create({ data: { email, name: 'View', role: 'viewer' } })
      await at(morning, () => fail(email, 5))
      const named = email.replace('view', variant)
      expect(await at(morning, () => signInBlockedUntil({ email: named }))).not.toBeNull()
    }
  })
}

test('a new password lets its owner in at once, whatever was tried before', async () => {
  const { id, email } = await givenPerson()
  await at(morning, () => fail(email, 30))
  await at(morning, () => forgiveAccount(id))
  expect(await at(morning, () => signIn({ email, password }))).toEqual({ id })
})

test('of those who wait each place has one seat; when all are taken only those who failed before are refused', async () => {
  const ends: (() => void)[] = []
  const wait = signInDelay(2, () => new Promise((resolve) => ends.push(resolve)))
  const first = wait('a', true, 500)
  expect(await wait('a', true, 500)).toBe('refused')
  const second = wait('b', true, 500)
  expect(await wait('c', true, 500)).toBe('refused')
  expect(await wait('d', false, 500)).toBe('no room')
  expect(await wait('e', true, 0)).toBe('waited')
  for (const end of ends) end()
  expect(await Promise.all([first, second])).toEqual(['waited', 'waited'])
})

test('what is long forgotten is deleted in passing', async () => {
  const old = keyOf.pair(newId(), 'network ')
  await at('2026-02-01T09:00:00Z', () => takeTry(old))
  await at(morning, () => fail(nobody(), 1))
  expect(await db.signInFailure.findUnique({ where: { key: old } })).toBeNull()
})

test('the table of failures tells neither who was tried nor from where', async () => {
  const email = nobody()
  await signIn({ email, password: 'wrong', address: '198.51.100.4' })
  const rows = JSON.stringify(await db.signInFailure.findMany())
  expect(rows).not.toContain(email)
  expect(rows).not.toContain('198.51')
})
