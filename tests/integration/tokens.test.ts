import { beforeAll, expect, test } from 'vitest'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { makeToken, makeTokenAtConsole } from '@/lib/people/make-token'
import { revokeToken } from '@/lib/people/revoke-token'
import { findByToken, tokensOf } from '@/lib/people/tokens'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'

const { amina, faisal } = people

beforeAll(givenPeople)

async function givenToken(person: Awaited<ReturnType<typeof givenPerson>>) {
  const made = await makeToken(person, { name: 'Spreadsheet' })
  if (!made.ok) throw new Error('Not made.')
  return made.value
}

test('a token acts as its maker until it expires', async () => {
  const person = await givenPerson()
  const made = await at('2026-03-01T09:00:00Z', () => makeToken(person, { name: 'Spreadsheet', days: 30 }))
  if (!made.ok) throw new Error('Not made.')
  const { id, token } = made.value
  expect(token).toMatch(/^ft_[\w-]{43}$/)

  const acting = (moment: string) => at(moment, () => findByToken(token))
  expect(await acting('2026-03-31T08:59:59Z')).toMatchObject({ id: person.id, sessionId: null })
  expect(await acting('2026-03-31T09:00:00Z')).toBeNull()
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'token.made', body: { after: { userId: person.id, expiresAt: '2026-03-31T09:00:00.000Z' } } },
  ])
})

test('only its hash is kept, and the hash is no token', async () => {
  const person = await givenPerson()
  const { token, id } = await givenToken(person)
  const row = await db.token.findUniqueOrThrow({ where: { id } })
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await findByToken(row.hash)).toBeNull()
})

test('its owner revokes it, or an administrator; for anybody else it isn’t there', async () => {
  const person = await givenPerson()
  const [one, other] = [await givenToken(person), await givenToken(person)]

  expect(await revokeToken(amina, { id: one.id })).toMatchObject({ reason: 'not_found', code: 'token_not_found' })
  expect(await findByToken(one.token)).not.toBeNull()

  expect(await revokeToken(person, { id: one.id })).toMatchObject({ ok: true, changed: true })
  expect(await revokeToken(person, { id: one.id })).toMatchObject({ ok: true, changed: false })
  expect(await findByToken(one.token)).toBeNull()
  expect(await revokeToken(faisal, { id: other.id })).toMatchObject({ ok: true, changed: true })
  expect(await tokensOf(person.id)).toEqual([])
  expect(await eventsOf(other.id)).toMatchObject([
    { kind: 'token.made' },
    { kind: 'token.revoked', actorId: faisal.id },
  ])
})

test('the tokens of a closed account end for good', async () => {
  const person = await givenPerson()
  const { token, id } = await givenToken(person)
  await disableUser(faisal, { id: person.id, version: 1 })
  expect(await findByToken(token)).toBeNull()
  await enableUser(faisal, { id: person.id, version: 2 })
  expect(await findByToken(token)).toBeNull()
  expect(await eventsOf(id)).toMatchObject([{ kind: 'token.made' }, { kind: 'token.revoked' }])
})

test('the console makes one for anybody who has an account', async () => {
  const person = await givenPerson()
  const made = await makeTokenAtConsole({ user: person.email, name: 'Bench', days: '1' })
  expect(made).toMatchObject({ ok: true, value: { name: 'Bench' } })
  expect(await makeTokenAtConsole({ user: 'nobody@example.org', name: 'Bench' })).toMatchObject({
    code: 'email_unknown',
  })
})

const refusals = [
  { rule: 'a token says what it is for', said: { name: '' }, code: 'token_name_missing' },
  { rule: 'a token expires', said: { days: 0 }, code: 'days_unreadable' },
  { rule: 'a token expires within a year', said: { days: 367 }, code: 'days_unreadable' },
]
for (const { rule, said, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const before = await db.token.count()
    const result = await makeToken(amina, { name: 'Spreadsheet', ...said })
    expect(JSON.stringify(result)).toContain(`"code":"${code}"`)
    expect(await db.token.count()).toBe(before)
  })
}

test('the same form sent twice makes one token', async () => {
  const form = { id: newId(), name: 'Spreadsheet' }
  expect(await makeToken(amina, form)).toMatchObject({ ok: true })
  expect(await makeToken(amina, form)).toMatchObject({ ok: false, code: 'token_made_before' })
})
