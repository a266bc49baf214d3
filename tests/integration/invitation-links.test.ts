import { beforeAll, expect, test } from 'vitest'
import { acceptLink } from '@/lib/people/accept-link'
import { changeRole } from '@/lib/people/change-role'
import { correctPerson } from '@/lib/people/correct-person'
import { inviteAgain } from '@/lib/people/invite-again'
import { inviteUser } from '@/lib/people/invite-user'
import { codeIn as readCode } from '@/lib/people/links'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { codeIn, givenInvitation, password, somebody } from '../support/given-invitation'
import { givenPerson, traceOfPerson } from '../support/given-person'

const { chen, faisal } = people

beforeAll(givenPeople)

test('an invitation that went to a mistyped address ends when the address is corrected, and a new one works', async () => {
  const invited = await inviteUser(chen, somebody())
  if (!invited.ok) throw new Error('Not invited.')
  const { id, name, version, link } = invited.value
  const corrected = await correctPerson(faisal, { id, version, name, email: `${newId()}@example.org` })
  expect(corrected).toMatchObject({ ok: true })

  expect(await acceptLink({ kind: 'invite', code: codeIn(link), password })).toMatchObject({ code: 'link_used' })
  const again = await inviteAgain(chen, { id })
  if (!again.ok) throw new Error('Not invited again.')
  expect(await acceptLink({ kind: 'invite', code: codeIn(again.value.link), password })).toMatchObject({ ok: true })
})

test('neither the database nor the history holds the code of a link', async () => {
  const invited = await inviteUser(chen, somebody())
  if (!invited.ok) throw new Error('Not invited.')
  const rows = await db.$queryRaw<{ all: string }[]>`
    select (select json_agg(l)::text from links l) || (select json_agg(e)::text from events e) as all`
  expect(rows[0]?.all).not.toContain(codeIn(invited.value.link))
})

test('a link works once', async () => {
  const invited = await inviteUser(chen, somebody())
  if (!invited.ok) throw new Error('Not invited.')
  const opening = { kind: 'invite', code: codeIn(invited.value.link), password }

  const both = await Promise.all([acceptLink(opening), acceptLink(opening)])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await acceptLink(opening)).toMatchObject({ reason: 'not_found', code: 'link_used' })
})

test('a link works for fourteen days', async () => {
  const invited = await at('2026-03-01T09:00:00Z', () => inviteUser(chen, somebody()))
  if (!invited.ok) throw new Error('Not invited.')
  const opening = { kind: 'invite', code: codeIn(invited.value.link), password }

  const late = await at('2026-03-15T09:00:01Z', () => acceptLink(opening))
  expect(late).toMatchObject({ ok: false, code: 'link_used' })
  expect(await at('2026-03-15T08:59:59Z', () => acceptLink(opening))).toMatchObject({ ok: true })
})

const promote = (id: string) => changeRole(faisal, { id, version: 1, role: 'administrator' })

test('with another role, the link of whoever invited them works no more', async () => {
  const { invitation, opening } = await givenInvitation()
  expect(await promote(invitation.id)).toMatchObject({ ok: true, value: { role: 'administrator', invited: true } })
  expect(await acceptLink(opening)).toMatchObject({ reason: 'not_found', code: 'link_used' })
  expect(await inviteAgain(chen, { id: invitation.id })).toMatchObject({ code: 'invite_forbidden' })
})

test('a link opens nothing but what it was made for', async () => {
  const { invitation, opening } = await givenInvitation()
  expect(await acceptLink({ ...opening, kind: 'reset' })).toMatchObject({ code: 'link_used' })

  const made = await makeResetLink(faisal, { id: invitation.id })
  if (!made.ok) throw new Error('Not made.')
  const code = codeIn(made.value.link)
  expect(await acceptLink({ ...opening, code })).toMatchObject({ code: 'link_used' })
  expect(await acceptLink({ kind: 'reset', code, password })).toMatchObject({ ok: true })
  expect(await acceptLink(opening)).toMatchObject({ code: 'link_used' })
})

test('an invitation opens nothing to who has come in, however that was', async () => {
  const { invitation, opening } = await givenInvitation()
  const subject = { issuer: 'https://login.example.org', subject: newId() }
  await db.identity.create({ data: { userId: invitation.id, ...subject } })
  const before = await traceOfPerson(invitation.id)
  expect(await acceptLink(opening)).toMatchObject({ code: 'link_used' })
  expect(await traceOfPerson(invitation.id)).toEqual(before)
})

test('of two who make links at once, one link works', async () => {
  const { id } = await givenPerson({ invited: true })
  await Promise.all([inviteAgain(chen, { id }), inviteAgain(faisal, { id }), makeResetLink(faisal, { id })])
  expect(await db.link.count({ where: { userId: id, usedAt: null } })).toBe(1)
})

test('a coordinator makes no link for somebody whom they could not have invited', async () => {
  const { id } = await givenPerson({ role: 'administrator', invited: true })
  const before = await traceOfPerson(id)
  expect(await inviteAgain(chen, { id })).toMatchObject({ reason: 'forbidden', code: 'invite_forbidden' })
  expect(await traceOfPerson(id)).toEqual(before)
})

test('the code of a link is read without the sign that a mail program adds; a link that was cut has none', async () => {
  const code = codeIn(valueIn(await inviteUser(chen, somebody())).link)
  for (const after of ['', '.', '>', ')', ',', '%3E', '"']) expect(readCode(`${code}${after}`)).toBe(code)
  expect(readCode(code.slice(0, -1))).toBeNull()
})
