import { beforeAll, expect, test } from 'vitest'
import { correctPerson } from '@/lib/people/correct-person'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { enableUser } from '@/lib/people/enable-user'
import { inviteSeveral } from '@/lib/people/invite-several'
import { inviteUser } from '@/lib/people/invite-user'
import { renameSelf } from '@/lib/people/rename-self'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { bodyOf, imitated } from '../support/imitated-names'
import { answerOf } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

const ofPerson = (confirm: string) => ({
  reason: 'invalid',
  errors: [{ field: 'name', code: 'name_imitates', params: { confirm } }],
})

test('nobody is invited under a name that is or looks like somebody else’s, unless an administrator confirms it', async () => {
  const petra = await givenPerson({ name: `Petra Koch ${newId()}`, invited: true })
  const { name } = await db.user.findUniqueOrThrow({ where: { id: petra.id } })
  const somebody = () => ({ id: newId(), email: `${newId()}@example.org`, role: 'viewer' as const })
  for (const taken of [name, imitated(name)]) {
    const asked = { ...somebody(), name: taken }
    expect(await inviteUser(chen, { ...asked, confirmSimilar: true })).toMatchObject(ofPerson('no'))
    expect(await inviteUser(faisal, asked)).toMatchObject(ofPerson('yes'))
    expect(await createUserAtConsole(asked)).toMatchObject(ofPerson('yes'))

    const several = { id: newId(), people: `${taken} <${newId()}@example.org>`, role: 'viewer' }
    const pasted = answerOf(await inviteSeveral(faisal, several)).all
    expect(pasted.map(({ result }) => result)).toMatchObject([ofPerson('yes')])
  }
  const asked = { ...somebody(), name, confirmSimilar: true }
  const invited = answerOf(await inviteUser(faisal, asked))
  expect(await inviteUser(faisal, asked)).toMatchObject({ ok: true, changed: false, value: { link: invited.link } })
  expect(await bodyOf(invited.id, 'user.added')).toMatchObject({ after: { similarTo: petra.id } })
  const several = { id: newId(), people: `${name} <${newId()}@example.org>`, role: 'viewer', confirmSimilar: 'on' }
  expect(answerOf(await inviteSeveral(faisal, several)).all).toMatchObject([{ result: { ok: true } }])
  expect(await createUserAtConsole({ ...somebody(), name, confirmSimilar: true })).toMatchObject({ ok: true })
})

test('of two who are invited at once under one name, one is refused', async () => {
  const name = `Nora Vance ${newId()}`
  const people = [newId(), newId()].map((id) => `${name} <${id}@example.org>`).join('\n')
  const both = answerOf(await inviteSeveral(chen, { id: newId(), people, role: 'viewer' })).all
  expect(both.map(({ result }) => result.ok).sort()).toEqual([false, true])
})

test('an administrator corrects a name and opens an account with a confirmation only', async () => {
  const name = `Petra Koch ${newId()}`
  const petra = await givenPerson({ name })
  const other = await givenPerson({ name: `Peter Koch ${newId()}` })
  const correcting = { id: other.id, version: 1, name: imitated(name), email: other.email }
  expect(await correctPerson(faisal, correcting)).toMatchObject(ofPerson('yes'))
  expect(await correctPerson(faisal, { ...correcting, confirmSimilar: true })).toMatchObject({ ok: true })
  expect(await bodyOf(other.id, 'user.renamed')).toEqual({ before: null, after: { similarTo: petra.id } })

  const closed = await givenPerson({ name })
  await db.user.update({ where: { id: closed.id }, data: { disabledAt: new Date() } })
  const opening = { id: closed.id, version: 1 }
  expect(await enableUser(faisal, opening)).toMatchObject({ code: 'name_imitates', params: { confirm: 'yes' } })
  expect(await enableUser(faisal, { ...opening, confirmSimilar: true })).toMatchObject({ ok: true })
})

test('signs that stand for letters, and marks that no letter has, make no other name of a person', async () => {
  const id = newId().replaceAll(/\d/g, 'x')
  await givenPerson({ name: `Amina Wallo ${id}` })
  const other = await givenPerson({ name: `Petra Koch ${id}` })
  for (const taken of [
    'Arnina Wallo',
    'Amina Wa11o',
    'Amina Wall0',
    'Amina VVallo',
    'A\u0332mina Wallo',
    'Amina \u0338Wallo',
    '\u0e3aAmina Wallo',
    'ARNINA WA1LO',
  ]) {
    expect(await renameSelf(other, { name: `${taken} ${id}`, version: 1 }), taken).toMatchObject(ofPerson('no'))
  }
  expect(await renameSelf(other, { name: `Ämina Wallo ${id}`, version: 1 })).toMatchObject({ ok: true })
})

test('nobody takes the name of another person or one that looks so by themselves, and nobody that of the product', async () => {
  const name = `Petra Koch ${newId()}`
  await givenPerson({ name, role: 'coordinator' })
  const spelled = `Peter Koch ${newId()}`
  const other = await givenPerson({ name: spelled })
  const alike = [name, name.toUpperCase().replace(' ', '  '), imitated(name), name.replace(' ', '\u200b ')]
  for (const taken of alike) {
    const renaming = { name: taken, version: 1, confirmSimilar: true }
    expect(await renameSelf(other, renaming), taken).toMatchObject(ofPerson('no'))
  }
  for (const taken of ['System', 'Ѕystem', 'The system.', 'Fоllowthrough']) {
    const reserved = { errors: [{ field: 'name', code: 'name_reserved' }] }
    expect(await renameSelf(other, { name: taken, version: 1 }), taken).toMatchObject(reserved)
    const somebody = { id: newId(), email: `${newId()}@example.org`, role: 'viewer', name: taken, confirmSimilar: true }
    expect(await inviteUser(faisal, somebody), taken).toMatchObject(reserved)
  }
  expect(await renameSelf(other, { name: spelled.toUpperCase(), version: 1 })).toMatchObject({ ok: true })
})
