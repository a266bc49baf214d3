import { beforeAll, expect, test } from 'vitest'
import { linkIdentity, personOf } from '@/lib/people/identities'
import { inviteUser } from '@/lib/people/invite-user'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, people } from '../support/given'
import { traceOfPerson } from '../support/given-person'

const issuer = 'https://login.example.org'

beforeAll(givenPeople)

async function givenInvitation() {
  const email = `${newId()}@example.org`
  const invited = await inviteUser(people.chen, { email, name: `Oskar Lind ${newId()}`, role: 'focal_point' })
  if (!invited.ok) throw new Error('Not invited.')
  const code = new URL(invited.value.link).pathname.split('/').at(-1) ?? ''
  return { id: invited.value.id, code, profile: { iss: issuer, sub: newId(), email, email_verified: true } }
}

test('an invitation links issuer and subject to whom it was for, and history says so', async () => {
  const { id, code, profile } = await givenInvitation()
  expect(await personOf(profile)).toBeNull()
  expect(await linkIdentity(code, profile)).toMatchObject({ ok: true, value: { id } })
  expect(await personOf({ iss: issuer, sub: profile.sub })).toEqual({ id, disabled: false })
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    kind: 'user.identity_linked',
    actorId: id,
    body: { before: null, after: { issuer } },
  })
})

test('the same subject at another issuer is somebody else', async () => {
  const { code, profile } = await givenInvitation()
  await linkIdentity(code, profile)
  expect(await personOf({ ...profile, iss: 'https://login.example.net' })).toBeNull()
})

test('a provider that gives no address is believed: the invitation says who it is', async () => {
  const { id, code, profile } = await givenInvitation()
  const { iss, sub } = profile
  expect(await linkIdentity(code, { iss, sub })).toMatchObject({ ok: true, value: { id } })
})

test('an account at the provider is one person’s here', async () => {
  const first = await givenInvitation()
  await linkIdentity(first.code, first.profile)
  const { id, code, profile } = await givenInvitation()
  const before = await traceOfPerson(id)
  const result = await linkIdentity(code, { ...profile, sub: first.profile.sub })
  expect(result).toMatchObject({ reason: 'conflict', code: 'identity_taken' })
  expect(await traceOfPerson(id)).toEqual(before)
})

const refusals = [
  { rule: 'another address is not the invited one', input: { email: 'eve@example.org' }, code: 'identity_other' },
  { rule: 'an address must be verified', input: { email_verified: false }, code: 'identity_unverified' },
  { rule: 'saying nothing of it is not verifying', input: { email_verified: undefined }, code: 'identity_unverified' },
]
for (const { rule, input, code } of refusals) {
  test(`${rule}, and the refusal leaves the invitation open`, async () => {
    const invitation = await givenInvitation()
    const before = await traceOfPerson(invitation.id)
    const result = await linkIdentity(invitation.code, { ...invitation.profile, ...input })
    expect(result).toMatchObject({ reason: 'conflict', code })
    expect(await traceOfPerson(invitation.id)).toEqual(before)
  })
}

test('a link that was used links nothing', async () => {
  const { code, profile } = await givenInvitation()
  await linkIdentity(code, profile)
  expect(await linkIdentity(code, { ...profile, sub: newId() })).toMatchObject({ code: 'link_used' })
  expect(await db.identity.count({ where: { issuer, user: { email: profile.email } } })).toBe(1)
})
