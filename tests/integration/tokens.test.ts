import { beforeAll, expect, test } from 'vitest'
import { acceptLink } from '@/lib/people/accept-link'
import { changePassword } from '@/lib/people/change-password'
import { changeRole } from '@/lib/people/change-role'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { endSession, endSessions } from '@/lib/people/end-sessions'
import { inviteAgain } from '@/lib/people/invite-again'
import { inviteUser } from '@/lib/people/invite-user'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { makeToken, makeTokenAtConsole } from '@/lib/people/make-token'
import { renameSelf } from '@/lib/people/rename-self'
import { revokeToken } from '@/lib/people/revoke-token'
import { setOrganizations } from '@/lib/people/set-organizations'
import { findByToken, tokensOf } from '@/lib/people/tokens'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson, password, traceOfPerson } from '../support/given-person'
import { givenToken } from '../support/given-token'

const { amina, faisal } = people

beforeAll(givenPeople)

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
    {
      kind: 'token.made',
      body: { after: { userId: person.id, scope: 'report', expiresAt: '2026-03-31T09:00:00.000Z' } },
    },
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

  expect(await tokensOf(amina, person.id)).toEqual([])
  expect(await tokensOf(faisal, person.id)).toHaveLength(2)

  expect(await revokeToken(person, { id: one.id })).toMatchObject({ ok: true, changed: true })
  expect(await revokeToken(person, { id: one.id })).toMatchObject({ ok: true, changed: false })
  expect(await findByToken(one.token)).toBeNull()
  expect(await revokeToken(faisal, { id: other.id })).toMatchObject({ ok: true, changed: true })
  expect(await tokensOf(person, person.id)).toEqual([])
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
  { rule: 'a token says what it is for', input: { name: '' }, code: 'token_name_missing' },
  { rule: 'a token expires', input: { days: 0 }, code: 'days_unreadable' },
  { rule: 'a token expires within a year', input: { days: 367 }, code: 'days_unreadable' },
]
for (const { rule, input, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const before = await db.token.count()
    const result = await makeToken(amina, { name: 'Spreadsheet', ...input })
    expect(JSON.stringify(result)).toContain(`"code":"${code}"`)
    expect(await db.token.count()).toBe(before)
  })
}

test('the same form sent twice makes one token', async () => {
  const form = { id: newId(), name: 'Spreadsheet' }
  expect(await makeToken(amina, form)).toMatchObject({ ok: true })
  expect(await makeToken(amina, form)).toMatchObject({ ok: false, code: 'token_made_before' })
})

const own = { administrator: 'manage', coordinator: 'manage', focal_point: 'report', viewer: 'read' } as const
for (const [role, scope] of Object.entries(own)) {
  test(`a token of a ${role} allows at most ${scope}, and so much unless told`, async () => {
    const person = await givenPerson({ role: role as keyof typeof own })
    const { token } = await givenToken(person)
    expect(await findByToken(token)).toMatchObject({ id: person.id, role, scope })
  })
}

test('nobody makes a token that allows more than their role', async () => {
  const viewer = await givenPerson({ role: 'viewer' })
  expect(await makeToken(viewer, { name: 'Spreadsheet', scope: 'report' })).toMatchObject({
    reason: 'invalid',
    errors: [{ field: 'scope', code: 'token_scope_beyond_role' }],
  })
  expect(await tokensOf(viewer, viewer.id)).toEqual([])
})

test('a coordinator’s token with the scope report acts as a focal point of their organizations', async () => {
  const coordinator = await givenPerson({ role: 'coordinator', organizationIds: [organizations.health.id] })
  const { token } = valueIn(await makeToken(coordinator, { name: 'Reports', scope: 'report' }))
  expect(await findByToken(token)).toMatchObject({
    role: 'focal_point',
    scope: 'report',
    organizationIds: [organizations.health.id],
  })
})

test('a token does no more than its owner’s role allows now', async () => {
  const person = await givenPerson({ role: 'coordinator' })
  const { token } = await givenToken(person)
  await changeRole(faisal, { id: person.id, version: 1, role: 'viewer' })
  expect(await findByToken(token)).toMatchObject({ role: 'viewer', scope: 'manage' })
})

test('by a token one makes no tokens and links, and changes no account, whatever its owner may', async () => {
  const program = { ...faisal, scope: 'manage' as const }
  const { id, version } = { ...(await givenPerson()), version: 1 }
  const waiting = await givenPerson({ invited: true })
  const before = [await traceOfPerson(id), await traceOfPerson(faisal.id)]
  const tried = [
    makeToken(program, { name: 'Another' }),
    revokeToken(program, { id: newId() }),
    makeResetLink(program, { id }),
    inviteAgain(program, { id: waiting.id }),
    changeRole(program, { id, version, role: 'administrator' }),
    changePassword(program, { current: 'x', password: 'quiet rivers at noon' }),
    setOrganizations(program, { id, version, organizations: [] }),
    disableUser(program, { id, version }),
    enableUser(program, { id, version }),
    endSession(program, { id: newId() }),
    endSessions(program, { id }),
    renameSelf(program, { version, name: 'Somebody else' }),
  ]
  for (const result of await Promise.all(tried)) {
    expect(result).toMatchObject({ reason: 'forbidden', code: 'session_needed' })
  }
  expect([await traceOfPerson(id), await traceOfPerson(faisal.id)]).toEqual(before)
})

test('by a token an administrator invites focal points and viewers only', async () => {
  const program = { ...faisal, scope: 'manage' as const }
  const invite = (role: string) => inviteUser(program, { email: `${newId()}@example.org`, name: newId(), role })
  expect(await invite('focal_point')).toMatchObject({ ok: true })
  expect(await invite('viewer')).toMatchObject({ ok: true })
  for (const role of ['coordinator', 'administrator']) {
    expect(await invite(role)).toMatchObject({ reason: 'forbidden', code: 'invite_forbidden' })
  }
})

const newPasswords: Record<string, (person: Awaited<ReturnType<typeof givenPerson>>) => Promise<unknown>> = {
  'changing the password': (person) => changePassword(person, { current: password, password: 'nine blue kites fly' }),
  async 'setting a password by link'({ id }) {
    const { link } = valueIn(await makeResetLink(faisal, { id }))
    const code = new URL(link).pathname.split('/').at(-1)
    return acceptLink({ kind: 'reset', code, password: 'nine blue kites fly' })
  },
}
for (const [what, change] of Object.entries(newPasswords)) {
  test(`${what} ends the tokens made before, and history says so`, async () => {
    const person = await givenPerson()
    const { token, id } = await givenToken(person)
    expect(await change(person)).toMatchObject({ ok: true })
    expect(await findByToken(token)).toBeNull()
    expect(await eventsOf(id)).toMatchObject([{ kind: 'token.made' }, { kind: 'token.revoked' }])
  })
}
