import { beforeAll, expect, test } from 'vitest'
import { answerRefusedUpload, readRefusedUpload } from '@/app/_actions/kept-upload-form'
import { erasePerson } from '@/lib/people/erase-person'
import { findKeptForm, keepForm } from '@/lib/people/kept-forms'
import { beginSession } from '@/lib/people/sessions'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { atOnce } from '../support/session'

const { bruno, faisal } = people

beforeAll(givenPeople)

test('a refused form is kept for an hour, for the person who typed it alone', async () => {
  const person = await givenPerson()
  const id = (await at('2026-03-01T09:00:00Z', () => keepForm(person, 'sealed'))) ?? ''
  const readAt = (time: string, reader: { id: string } = person) =>
    at(`2026-03-01T${time}Z`, () => findKeptForm(reader, id))

  expect(await readAt('09:00:01')).toBe('sealed')
  expect(await readAt('09:59:59')).toBe('sealed')
  expect(await readAt('09:00:01', bruno)).toBeUndefined()
  expect(await readAt('10:00:00')).toBeUndefined()
  expect(await findKeptForm(person, 'x')).toBeUndefined()
})

test('the latest five forms of a person are kept, and none that is too large', async () => {
  const [person, other] = [await givenPerson(), await givenPerson()]
  const theirs = (await keepForm(other, 'of another')) ?? ''
  const ids: string[] = []
  for (let count = 0; count < 7; count++) ids.push((await keepForm(person, `form ${count}`)) ?? '')

  const found = await Promise.all(ids.map((id) => findKeptForm(person, id)))
  expect(found).toEqual([undefined, undefined, 'form 2', 'form 3', 'form 4', 'form 5', 'form 6'])
  expect(await findKeptForm(other, theirs)).toBe('of another')

  expect(await keepForm(person, 'x'.repeat(200_000))).toBeDefined()
  expect(await keepForm(person, 'é'.repeat(100_001))).toBeUndefined()
  const tooLarge = { id: newId(), userId: person.id, sealed: 'x'.repeat(200_001), expiresAt: new Date() }
  await expect(db.keptForm.create({ data: tooLarge })).rejects.toThrow('kept_forms_size')
})

test('of ten forms that a person sends at once, five are kept', async () => {
  const person = await givenPerson()
  const keeping = Array.from({ length: 10 }, (_, number) => () => keepForm(person, `form ${number}`))
  const ids = await atOnce('users', person.id, ...keeping)
  const found = await Promise.all(ids.map((id) => findKeptForm(person, id ?? '')))
  expect(found.filter((form) => form !== undefined)).toHaveLength(5)
})

test('whose hour has passed is deleted when anybody keeps a form or signs in', async () => {
  const person = await givenPerson()
  const left = () => db.keptForm.count({ where: { userId: person.id } })
  await at('2026-03-01T09:00:00Z', () => keepForm(person, 'old'))
  await at('2026-03-01T10:00:01Z', () => keepForm(bruno, 'new'))
  expect(await left()).toBe(0)

  await at('2026-03-01T11:00:00Z', () => keepForm(person, 'old'))
  await at('2026-03-01T12:00:01Z', () => beginSession(bruno.id, null))
  expect(await left()).toBe(0)
})

test('who is erased leaves no form behind', async () => {
  const person = await givenPerson()
  await keepForm(person, 'sealed')
  valueIn(await erasePerson(faisal, { id: person.id, version: 1, reason: 'They asked for it.', confirm: true }))
  expect(await db.keptForm.count({ where: { userId: person.id } })).toBe(0)
})

test('of a refused form with more text than can be kept, nothing is kept, and the page says so', async () => {
  const person = await givenPerson()
  const shown = async (title: string, whole: boolean) => {
    const sent = { fields: { title }, whole }
    const refusal = { state: { message: 'Refused.' }, rest: sent, sent }
    const answer = await answerRefusedUpload(new Request('http://localhost/'), person, refusal, (id) => id)
    return readRefusedUpload(person, answer.headers.get('location') ?? '')
  }
  const tooLarge = { message: t('errors.form_too_large_to_keep'), typed: {} }

  expect(await shown('x'.repeat(100_000), true)).toMatchObject({ typed: { title: 'x'.repeat(100_000) } })
  expect(await shown('x'.repeat(149_999), true)).toMatchObject(tooLarge)
  expect(await shown('cut', false)).toMatchObject(tooLarge)
})
