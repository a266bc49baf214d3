import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { timelineOf } from '@/lib/history/timeline'
import { correctPerson } from '@/lib/people/correct-person'
import { enableUser } from '@/lib/people/enable-user'
import { erasePerson } from '@/lib/people/erase-person'
import { findErasure, listPeople } from '@/lib/people/queries'
import { beginSession, findSession } from '@/lib/people/sessions'
import { signIn } from '@/lib/people/sign-in'
import { db, pool } from '@/lib/platform/db'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { flawInHistory, givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson, password, traceOfPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'

const { amina, chen, faisal } = people
const byLaw = { reason: 'Request of 3 May 2027', confirm: true }

beforeAll(givenPeople)

test('the name and the email address of a person go everywhere, in earlier versions too, and what they did stays', async () => {
  const person = await givenPerson({ name: 'Zahra Qadiri', organizationIds: [organizations.health.id] })
  const { id, email } = person
  const renamed = { id, version: 1, name: 'Zahra Qadiri-Stern', email }
  valueIn(await correctPerson(faisal, renamed))
  const { key } = await givenRecommendation()
  valueIn(await annotate(person, { key, body: 'Who leads?' }))
  const session = await beginSession(id, null)

  const erased = { disabled: true, erased: true, name: `Erased person ${id.slice(-12)}` }
  expect(await erasePerson(faisal, { id, version: 2, ...byLaw })).toMatchObject({ ok: true, value: erased })
  expect(await findSession(session)).toBeNull()
  expect(await findErasure(id)).toMatchObject({ by: 'faisal', reason: byLaw.reason })
  expect(await signIn({ email, password })).not.toEqual({ id })
  expect((await listPeople(chen, { q: 'Qadiri' })).items).toEqual([])
  expect(await findRecommendationInFull(amina, key)).toMatchObject({
    annotations: [{ author: { id, name: erased.name } }],
  })
  const { entries } = await timelineOf(chen, { key })
  expect(entries[0]?.sentence).toBe(`${erased.name} added an annotation`)
  const { entries: own } = await timelineOf(chen, { subject: { type: 'user', id } })
  expect(own[0]).toMatchObject({
    sentence: `faisal erased the name and the email address of ${erased.name}, as the law requires`,
    text: byLaw.reason,
  })
  expect(JSON.stringify(own)).not.toContain('Qadiri')

  const tables = await pool.query<{ name: string }>(`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(`select x::text from ${name} x where x::text ilike any($1)`, [
      ['%Qadiri%', `%${email}%`],
    ])
    expect([name, rows]).toEqual([name, []])
  }
  expect(await flawInHistory()).toBeUndefined()
  expect(await erasePerson(faisal, { id, version: 2, ...byLaw })).toMatchObject({ ok: true, changed: false })
})

test('an erased person gets no other name and no account', async () => {
  const { id } = await givenPerson()
  const { version } = valueIn(await erasePerson(faisal, { id, version: 1, ...byLaw }))
  expect(refusalOf(await enableUser(faisal, { id, version }))).toBe('user_erased')
  const named = { id, version, name: 'Zahra Qadiri', email: 'zahra@example.org' }
  expect(refusalOf(await correctPerson(faisal, named))).toBe('user_erased')
  const change = (data: object) => db.user.update({ where: { id }, data })
  await expect(change({ name: 'Zahra Qadiri' })).rejects.toThrow('users_erased')
  await expect(change({ erasedAt: null })).rejects.toThrow('users_erased')
  await expect(change({ disabledAt: null })).rejects.toThrow('users_erased')
  await expect(
    db.user.update({
      where: { id: amina.id },
      data: { erasedAt: new Date(), disabledAt: new Date(), passwordHash: null },
    }),
  ).rejects.toThrow('users_erased')
})

test('only administrators erase a person, never themselves, with a reason and a confirmation', async () => {
  const { id } = await givenPerson()
  const input = { id, version: 1, ...byLaw }
  for (const [actor, change, code] of [
    [chen, {}, 'erasure_forbidden'],
    [{ ...faisal, scope: 'manage' } as const, {}, 'session_needed'],
    [faisal, { id: faisal.id }, 'disable_self'],
    [faisal, { version: 7 }, 'user_changed'],
    [faisal, { reason: '' }, 'reason: reason_missing'],
    [faisal, { confirm: false }, 'confirm: erasure_unconfirmed'],
  ] as const) {
    const before = await traceOfPerson(id)
    expect(refusalOf(await erasePerson(actor, { ...input, ...change }))).toBe(code)
    expect(await traceOfPerson(id)).toEqual(before)
  }
})
