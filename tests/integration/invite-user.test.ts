import { beforeAll, expect, test } from 'vitest'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { acceptLink } from '@/lib/people/accept-link'
import { changeRole } from '@/lib/people/change-role'
import { inviteAgain } from '@/lib/people/invite-again'
import { inviteUser } from '@/lib/people/invite-user'
import { findLink } from '@/lib/people/links'
import { signIn } from '@/lib/people/sign-in'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, organizations, people, valueIn } from '../support/given'
import { codeIn, givenInvitation, password, somebody } from '../support/given-invitation'
import { givenPerson, traceOfPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { amina, chen, dita, elif, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

test('a coordinator invites a focal point, who opens the link and signs in', async () => {
  const invitation = { ...somebody(), id: newId(), organizations: [health.slug, finance.name] }
  const invited = await inviteUser(chen, invitation)

  expect(invited).toMatchObject({
    ok: true,
    value: { id: invitation.id, role: 'focal_point', invited: true, mailed: false, version: 1 },
  })
  if (!invited.ok) return
  expect(invited.value.organizations.map(({ slug }) => slug).sort()).toEqual([finance.slug, health.slug])

  const code = codeIn(invited.value.link)
  expect(await findLink('invite', code)).toMatchObject({ email: invitation.email })
  expect(await acceptLink({ kind: 'invite', code, password })).toMatchObject({ ok: true })
  expect(await signIn({ email: invitation.email, password })).toEqual({ id: invitation.id })

  expect(await eventsOf(invitation.id)).toMatchObject([
    {
      kind: 'user.added',
      actorId: chen.id,
      body: { before: null, after: { role: 'focal_point', organizationIds: [health.id, finance.id] } },
    },
    { kind: 'user.link_made', actorId: chen.id, body: { before: null, after: { kind: 'invite' } } },
    { kind: 'user.password_changed', actorId: invitation.id },
  ])
})

test('the old slug of an organization that was merged invites into the one that it was merged into', async () => {
  const [merged, survivor] = [await givenOrganization(), await givenOrganization()]
  valueIn(await mergeOrganization(chen, { slug: merged.slug, into: survivor.slug }))

  const invited = await inviteUser(chen, { ...somebody(), organizations: [merged.slug] })

  expect(valueIn(invited).organizations).toMatchObject([{ slug: survivor.slug }])
})

test('an invitation sent twice makes one person with one link, and both answers are the same', async () => {
  const { invitation, invited, opening } = await givenInvitation()
  const before = await traceOfPerson(invitation.id)

  expect(await inviteUser(chen, invitation)).toEqual({ ...invited, changed: false })
  expect(await traceOfPerson(invitation.id)).toEqual(before)
  expect(await acceptLink(opening)).toMatchObject({ ok: true })
})

test('so does a double click', async () => {
  const invitation = { ...somebody(), id: newId() }
  const [one, other] = await Promise.all([inviteUser(chen, invitation), inviteUser(chen, invitation)])
  if (!one.ok || !other.ok) throw new Error('Not invited.')

  expect(one.value).toEqual(other.value)
  expect(await traceOfPerson(invitation.id)).toMatchObject({ links: [{ usedAt: null }], events: [{}, {}] })
})

type Sent = Awaited<ReturnType<typeof givenInvitation>>

const overtaken = [
  { rule: 'in other words', input: { name: 'Oskar Lindgren' } },
  { rule: 'with another role', input: { role: 'viewer' } },
  { rule: 'with another organization', input: { organizations: [finance.slug] } },
  { rule: 'with one organization more', input: { organizations: [health.slug, finance.slug] } },
  { rule: 'with another address', input: { email: 'oskar@example.org' } },
  { rule: 'by somebody else', actor: faisal },
  { rule: 'after they came in', meanwhile: ({ opening }: Sent) => acceptLink(opening) },
  {
    rule: 'after they got a newer link',
    meanwhile: ({ invitation }: Sent) => inviteAgain(chen, { id: invitation.id }),
  },
  { rule: 'after they got another role', meanwhile: ({ invitation }: Sent) => promote(invitation.id) },
]
for (const { rule, input = {}, actor = chen, meanwhile = () => {} } of overtaken) {
  test(`an invitation sent again ${rule} is a conflict without a link, and leaves no trace`, async () => {
    const sent = await givenInvitation()
    await meanwhile(sent)
    const before = await traceOfPerson(sent.invitation.id)

    const again = await inviteUser(actor, { ...sent.invitation, ...input })

    const { id } = sent.invitation
    expect(again).toMatchObject({ reason: 'conflict', code: 'user_sent_before', current: { id } })
    expect(JSON.stringify(again)).not.toContain('/invite/')
    expect(await traceOfPerson(id)).toEqual(before)
  })
}

for (const role of ['administrator', 'focal_point'] as const) {
  test(`inviting somebody who is there under their own id makes no link to their account: ${role}`, async () => {
    const { id, email } = await givenPerson({ role })
    const before = await traceOfPerson(id)

    const result = await inviteUser(chen, { ...somebody(), id, email, name: 'Nadia Rahimi' })

    expect(result).toMatchObject({ reason: 'conflict', code: 'user_sent_before', current: { id } })
    expect(JSON.stringify(result)).not.toContain('/invite/')
    expect(await traceOfPerson(id)).toEqual(before)
  })
}

const promote = (id: string) => changeRole(faisal, { id, version: 1, role: 'administrator' })

test('who has not come in yet is invited again; who has, is not', async () => {
  const waiting = await givenPerson({ invited: true })
  expect(await inviteAgain(chen, { id: waiting.id })).toMatchObject({ ok: true, value: { id: waiting.id } })

  const { id } = await givenPerson()
  const before = await traceOfPerson(id)
  expect(await inviteAgain(faisal, { id })).toMatchObject({ reason: 'conflict', code: 'invitation_accepted' })
  expect(await traceOfPerson(id)).toEqual(before)
})

test('an address that somebody has is a conflict, in whatever case it is written', async () => {
  const { id, email } = await givenPerson()
  const before = await traceOfPerson(id)
  const result = await inviteUser(chen, { ...somebody(), email: email.toUpperCase() })
  expect(result).toMatchObject({ reason: 'conflict', code: 'email_taken', current: { id } })
  expect(await traceOfPerson(id)).toEqual(before)
})

const refusals = [
  { rule: 'a coordinator invites no reviewer', input: { role: 'reviewer' }, code: 'invite_forbidden' },
  { rule: 'a coordinator invites no administrator', input: { role: 'administrator' }, code: 'invite_forbidden' },
  { rule: 'a reviewer invites nobody', actor: elif, code: 'invite_forbidden' },
  { rule: 'a focal point invites nobody', actor: amina, code: 'invite_forbidden' },
  { rule: 'a viewer invites nobody', actor: dita, input: { role: 'viewer' }, code: 'invite_forbidden' },
  { rule: 'an organization must be there', input: { organizations: ['atlantis'] }, code: 'organization_unknown' },
  { rule: 'an organization has a name', input: { organizations: [' '] }, code: 'organization_missing' },
  { rule: 'a name that cannot be kept is none', input: { organizations: ['a\0b'] }, code: 'text_unreadable' },
  { rule: 'a name is no pattern', input: { organizations: ['%', '_\\'] }, code: 'organization_unknown' },
  { rule: 'a list of organizations has an end', input: { organizations: Array(201).fill('a') }, code: 'list_too_long' },
  { rule: 'an address must be one', input: { email: 'oskar' }, code: 'email_unreadable' },
  {
    rule: 'an address holds nothing that cannot be kept',
    input: { email: 'a\0b@example.org' },
    code: 'email_unreadable',
  },
  { rule: 'a person has a name', input: { name: ' ' }, code: 'name_missing' },
  { rule: 'a role must be one', input: { role: 'king' }, code: 'role_missing' },
  { rule: 'nothing else is set by the way', input: { passwordHash: 'x' }, code: 'field_unknown' },
]
for (const { rule, actor = chen, input = {}, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const before = [await db.user.count(), await db.link.count(), await db.event.count()]
    const result = await inviteUser(actor, { ...somebody(), ...input })
    expect(result.ok).toBe(false)
    expect(JSON.stringify(result)).toContain(`"code":"${code}"`)
    expect([await db.user.count(), await db.link.count(), await db.event.count()]).toEqual(before)
  })
}

test('an address at a domain of another script signs in by each spelling, and is nobody else’s by any', async () => {
  const mark = newId()
  const address = { own: `josé@${mark}.exämple.org`, ascii: `josé@${mark}.xn--exmple-cua.org` }
  const invited = valueIn(await inviteUser(chen, { ...somebody(), email: address.own }))
  expect(await inviteUser(chen, { ...somebody(), email: address.ascii })).toMatchObject({
    reason: 'conflict',
    code: 'email_taken',
  })
  await acceptLink({ kind: 'invite', code: codeIn(invited.link), password })
  for (const email of Object.values(address)) expect(await signIn({ email, password })).toEqual({ id: invited.id })
})
