import { beforeAll, expect, test } from 'vitest'
import { acceptLink } from '@/lib/people/accept-link'
import { changePassword } from '@/lib/people/change-password'
import { changeRole } from '@/lib/people/change-role'
import { disableUser } from '@/lib/people/disable-user'
import { endSession, endSessions } from '@/lib/people/end-sessions'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { beginSession, endSessionOf, findSession, sessionsOf } from '@/lib/people/sessions'
import { setOrganizations } from '@/lib/people/set-organizations'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { eventsOf, givenPeople, organizations, people } from '../support/given'
import { givenPerson, password, traceOfPerson } from '../support/given-person'

const { amina, chen, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

async function givenSession(person?: Awaited<ReturnType<typeof givenPerson>>) {
  const somebody = person ?? (await givenPerson({ name: 'Nadia Rahimi', organizationIds: [health.id] }))
  const secret = await beginSession(somebody.id, 'Firefox')
  const session = await findSession(secret)
  return { person: somebody, secret, id: session?.sessionId ?? '' }
}

test('a session says who acts, with role and organizations as they are now', async () => {
  const { person, secret } = await givenSession()
  expect(await findSession(secret)).toMatchObject({
    id: person.id,
    role: 'focal_point',
    name: 'Nadia Rahimi',
    organizationIds: [health.id],
    organizations: [{ slug: health.slug, name: health.name }],
  })

  await setOrganizations(chen, { id: person.id, version: 1, organizations: [{ organization: finance.slug }] })
  expect(await findSession(secret)).toMatchObject({ organizationIds: [finance.id] })
})

test('a made-up secret, and what stands in the database, are no session', async () => {
  const { person } = await givenSession()
  const [{ hash } = { hash: '' }] = await db.session.findMany({ where: { userId: person.id } })
  expect(await findSession(hash)).toBeNull()
  expect(await findSession('')).toBeNull()
})

type Held = Awaited<ReturnType<typeof givenSession>>

const endings: Record<string, (held: Held) => Promise<unknown>> = {
  'signing out': ({ secret }) => endSessionOf(secret),
  'ending it from elsewhere': ({ person, id }) => endSession(person, { id }),
  'signing out everywhere': ({ person: { id }, person }) => endSessions(person, { id }),
  'being signed out by an administrator': ({ person: { id } }) => endSessions(faisal, { id }),
  'a closed account': ({ person: { id } }) => disableUser(faisal, { id, version: 1 }),
  'another role': ({ person: { id } }) => changeRole(faisal, { id, version: 1, role: 'viewer' }),
  'another password': ({ person }) => changePassword(person, { current: password, password: 'nine blue kites' }),
  async 'a password set by link'({ person: { id } }) {
    const made = await makeResetLink(faisal, { id })
    const code = made.ok ? new URL(made.value.link).pathname.split('/').at(-1) : ''
    expect(await acceptLink({ kind: 'reset', code, password: 'nine blue kites' })).toMatchObject({ ok: true })
  },
}
for (const [what, end] of Object.entries(endings)) {
  test(`after ${what} the old cookie is refused at once, and nobody else's`, async () => {
    const held = await givenSession()
    const others = await givenSession()
    expect(await findSession(held.secret)).not.toBeNull()

    await end(held)

    expect(await findSession(held.secret)).toBeNull()
    expect(await findSession(others.secret)).not.toBeNull()
  })
}

test('a session ends after 12 hours without use, and after 14 days in any case', async () => {
  const { id } = await givenPerson()
  const secret = await at('2026-03-01T08:00:00Z', () => beginSession(id, null))
  const seen = (moment: string) => at(moment, () => findSession(secret)).then(Boolean)

  expect(await seen('2026-03-01T19:59:00Z')).toBe(true)
  expect(await seen('2026-03-02T07:58:00Z')).toBe(true)
  expect(await seen('2026-03-02T19:59:00Z')).toBe(false)

  const other = await at('2026-03-01T08:00:00Z', () => beginSession(id, null))
  await db.session.updateMany({ where: { userId: id }, data: { seenAt: new Date('2026-03-15T07:00:00Z') } })
  const stands = (moment: string) => at(moment, () => findSession(other)).then(Boolean)
  expect(await stands('2026-03-15T07:59:59Z')).toBe(true)
  expect(await stands('2026-03-15T08:00:01Z')).toBe(false)
})

test('that it was used is written at most once a minute', async () => {
  const { id } = await givenPerson()
  const secret = await at('2026-03-01T08:00:00Z', () => beginSession(id, null))
  const seenAt = async () => (await db.session.findFirstOrThrow({ where: { userId: id } })).seenAt.toISOString()

  await at('2026-03-01T08:00:59Z', () => findSession(secret))
  expect(await seenAt()).toBe('2026-03-01T08:00:00.000Z')
  await at('2026-03-01T08:01:01Z', () => findSession(secret))
  expect(await seenAt()).toBe('2026-03-01T08:01:01.000Z')
})

test('one sees and ends one of their own sessions; nobody else’s', async () => {
  const { person, id } = await givenSession()
  await givenSession(person)
  expect((await sessionsOf(person)).map(({ agent }) => agent)).toEqual(['Firefox', 'Firefox'])

  const before = await traceOfPerson(person.id)
  expect(await endSession(amina, { id })).toMatchObject({ reason: 'not_found', code: 'session_not_found' })
  expect(await endSession(faisal, { id })).toMatchObject({ reason: 'not_found', code: 'session_not_found' })
  expect(await endSessions(amina, { id: person.id })).toMatchObject({ reason: 'forbidden', code: 'people_forbidden' })
  expect(await traceOfPerson(person.id)).toEqual(before)

  expect(await endSession(person, { id })).toMatchObject({ ok: true })
  expect(await sessionsOf(person)).toHaveLength(1)
})

test('history says that somebody was signed out everywhere, and of how many sessions', async () => {
  const { person } = await givenSession()
  await givenSession(person)
  expect(await endSessions(person, { id: person.id })).toMatchObject({ ok: true, value: { sessions: 2 } })
  expect(await eventsOf(person.id)).toMatchObject([{ kind: 'user.signed_out', body: { after: { sessions: 2 } } }])
})

test('a password is changed by who knows the old one; a wrong one leaves no trace', async () => {
  const { person } = await givenSession()
  const before = await traceOfPerson(person.id)
  const wrong = await changePassword(person, { current: 'no idea', password: 'nine blue kites' })
  expect(wrong).toMatchObject({ reason: 'invalid', errors: [{ field: 'current', code: 'password_current_wrong' }] })
  const short = await changePassword(person, { current: password, password: 'kites' })
  expect(short).toMatchObject({ reason: 'invalid', errors: [{ field: 'password', code: 'password_short' }] })
  expect(await traceOfPerson(person.id)).toEqual(before)
})

test('at somebody’s open session a password is guessed no quicker than at the door', async () => {
  const { person } = await givenSession()
  for (let guess = 0; guess < 5; guess++) {
    await changePassword(person, { current: `guess ${guess}`, password: 'nine blue kites' })
  }
  const result = await changePassword(person, { current: password, password: 'nine blue kites' })
  expect(result).toMatchObject({ reason: 'invalid', errors: [{ field: 'current', code: 'tries_exhausted' }] })
})
