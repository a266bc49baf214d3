import { beforeAll, expect, test } from 'vitest'
import { correctPerson } from '@/lib/people/correct-person'
import { inviteSeveral } from '@/lib/people/invite-several'
import { beginSession, findSession } from '@/lib/people/sessions'
import { signIn } from '@/lib/people/sign-in'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson, password, traceOfPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'

const { chen, faisal } = people
const { health } = organizations

beforeAll(givenPeople)

test('each line invites one person, in each of the ways to write it; the others say what is wrong', async () => {
  const at = `${newId()}.example.org`
  const pasted = [
    `Ana Sousa <ana@${at}>; ${health.name}; Focal point`,
    '',
    `ben@${at}`,
    `Chloé Martin;chloe@${at}; ; viewer`,
    `Cleo Diaz, cleo@${at}, viewer`,
    `Dan Kim\tdan@${at}\t${health.slug}\tfocal_point`,
    `"Eva, PhD" <eva@${at}>`,
    `Fay <fay at nowhere>`,
    `Gus <gus@${at}>; Atlantis`,
    `Hal <hal@${at}>; ; administrator`,
    `Ida, ida@${at}, reviewer`,
    'Jan, viewer',
    `Ana again <ANA@${at}>`,
  ].join('\r\n')
  const { all } = valueIn(await inviteSeveral(chen, { id: newId(), people: pasted, role: 'viewer' }))
  const came = all.flatMap(({ result }) => (result.ok ? [result.value] : []))
  expect(
    came.map(({ name, role, organizations }) => [name, role, organizations.map(({ slug }) => slug).join()]),
  ).toEqual([
    ['Ana Sousa', 'focal_point', health.slug],
    ['ben', 'viewer', ''],
    ['Chloé Martin', 'viewer', ''],
    ['Cleo Diaz', 'viewer', ''],
    ['Dan Kim', 'focal_point', health.slug],
    ['Eva, PhD', 'viewer', ''],
  ])
  expect(new Set(came.map(({ link }) => link)).size).toBe(6)
  const failed = all.filter(({ result }) => !result.ok)
  expect(failed.map(({ person, result }) => `${person.line} ${refusalOf(result)}`)).toEqual([
    '8 email: email_unreadable',
    '9 organizations.0: organization_unknown',
    '10 role: role_unknown',
    '11 role: role_unknown',
    '12 email: email_unreadable',
    '13 user_sent_before',
  ])
})

test('the same form sent twice answers the same links and makes nobody twice', async () => {
  const form = { id: newId(), people: `Ana <${newId()}@example.org>\nBen <${newId()}@example.org>`, role: 'viewer' }
  const links = async () =>
    valueIn(await inviteSeveral(chen, form)).all.map(({ result }) => (result.ok ? result.value.link : ''))
  const first = await links()
  const before = await db.user.count()
  expect(await links()).toEqual(first)
  expect(await db.user.count()).toBe(before)
})

test('there are at least one and at most a hundred', async () => {
  const invite = (lines: string) => inviteSeveral(chen, { id: newId(), people: lines, role: 'viewer' })
  expect(refusalOf(await invite(' \n '))).toBe('people: people_missing')
  expect(refusalOf(await invite('ana@example.org\n'.repeat(101)))).toBe('people: list_too_long')
})

test('an administrator corrects name and address; the owner stays signed in, and signs in with the new address', async () => {
  const { id, email } = await givenPerson()
  const secret = await beginSession(id, null)
  const now = { name: 'Nadia Karim', email: `${newId()}@example.org` }
  const result = await correctPerson(faisal, { id, version: 1, ...now })
  expect(result).toMatchObject({ ok: true, value: { ...now, version: 2 } })
  expect(await findSession(secret)).toMatchObject(now)
  expect(await signIn({ email: now.email, password })).toEqual({ id })
  expect(await signIn({ email, password })).toBeNull()
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'user.renamed' },
    { kind: 'user.email_changed', actorId: faisal.id },
  ])
})

test('an address that somebody has is refused at its field, and leaves no trace', async () => {
  const { id } = await givenPerson()
  const other = await givenPerson()
  const before = await traceOfPerson(id)
  const result = await correctPerson(faisal, { id, version: 1, name: 'Nadia', email: other.email.toUpperCase() })
  expect(result).toMatchObject({ reason: 'conflict', code: 'email_taken', field: 'email' })
  expect(await correctPerson(faisal, { id, version: 7, name: 'Nadia', email: `${newId()}@example.org` })).toMatchObject(
    {
      reason: 'conflict',
      code: 'user_changed',
    },
  )
  expect(await traceOfPerson(id)).toEqual(before)
})
