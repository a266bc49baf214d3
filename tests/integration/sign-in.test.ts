import { expect, test } from 'vitest'
import { blockedUntil } from '@/lib/people/attempts'
import { signIn } from '@/lib/people/sign-in'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPerson, password } from '../support/given-person'

const nobody = () => `${newId()}@example.org`
const morning = '2026-03-01T09:00:00Z'
const later = (minutes: number, seconds = 0) =>
  new Date(Date.parse(morning) + (minutes * 60 + seconds) * 1000).toISOString()

async function fail(email: string, times: number, address?: string) {
  for (let one = 0; one < times; one++) await signIn({ email, password: `wrong ${one}`, address })
}

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
    expect(await at(morning, () => blockedUntil({ email }))).toBeNull()
    await at(morning, () => fail(email, 1))
    expect((await at(morning, () => blockedUntil({ email })))?.toISOString()).toBe('2026-03-01T09:01:00.000Z')
  })
}

test('while one waits the right password is not tried either; then it is', async () => {
  const { id, email } = await givenPerson()
  await at(morning, () => fail(email, 5))
  expect(await at(later(0, 59), () => signIn({ email, password }))).toBeNull()
  expect(await at(later(1), () => signIn({ email, password }))).toEqual({ id })
  expect(await at(later(1), () => blockedUntil({ email }))).toBeNull()
})

test('each further failure doubles the wait, up to a quarter of an hour; after an hour all is forgotten', async () => {
  const email = nobody()
  await at(morning, () => fail(email, 5))
  const waits: number[] = []
  for (let minute = 1; minute < 46; ) {
    await at(later(minute), () => fail(email, 1))
    const until = await at(later(minute), () => blockedUntil({ email }))
    const wait = until ? (until.getTime() - Date.parse(later(minute))) / 60_000 : 0
    waits.push(wait)
    minute += wait
  }
  expect(waits).toEqual([2, 4, 8, 15, 15, 15])

  await at(later(61), () => fail(email, 4))
  expect(await at(later(61), () => blockedUntil({ email }))).toBeNull()
})

test('many tries at once get no further than as many one after another', async () => {
  const { email } = await givenPerson()
  const tries = Array.from({ length: 30 }, (_, one) => signIn({ email, password: one === 29 ? password : 'wrong' }))
  await Promise.all(tries)
  const { failures } = await db.signInFailure.findFirstOrThrow({ orderBy: { windowStart: 'desc' } })
  expect(failures).toBeLessThanOrEqual(5)
})

test('whoever tries many accounts from one address waits, and other addresses don’t', async () => {
  const { id, email } = await givenPerson()
  const address = '192.0.2.7'
  await at(morning, async () => {
    for (let one = 0; one < 50; one++) await signIn({ email: nobody(), password: 'wrong', address })
  })
  expect(await at(morning, () => blockedUntil({ email: nobody(), address }))).not.toBeNull()
  expect(await at(morning, () => signIn({ email, password, address }))).toBeNull()
  expect(await at(morning, () => signIn({ email, password, address: '192.0.2.8' }))).toEqual({ id })
  expect(await at(later(1), () => signIn({ email, password, address }))).toEqual({ id })
})

test('the table of failures tells neither who was tried nor from where', async () => {
  const email = nobody()
  await signIn({ email, password: 'wrong', address: '198.51.100.4' })
  const rows = JSON.stringify(await db.signInFailure.findMany())
  expect(rows).not.toContain(email)
  expect(rows).not.toContain('198.51')
})
