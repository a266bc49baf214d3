import { expect, test } from 'vitest'
import { GET as assignment } from '@/app/api/v1/assignments/[assignment]/route'
import { GET as history } from '@/app/api/v1/history/route'
import { POST as handOver } from '@/app/api/v1/users/[user]/hand-over/route'
import { POST as addUser, GET as users } from '@/app/api/v1/users/route'
import { cursorOf } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { call, cookieOf } from '../../support/api'
import { givenAssignment, organizations as known } from '../../support/given'
import { givenPerson } from '../../support/given-person'

test('somebody is invited by a link that is told once', async () => {
  const email = `${newId()}@example.org`
  const body = { email, name: `Noor ${newId()}`, role: 'focal_point', organizations: [known.health.slug] }
  const { status, body: made } = await call(addUser, {}, { as: 'chen', body })
  expect({ status, made }).toMatchObject({
    status: 201,
    made: { email, name: body.name, role: 'focal_point', organizations: [{ slug: known.health.slug }], invited: true },
  })
  expect(made.link).toMatch(/\/invite\//)

  const again = await call(addUser, {}, { as: 'chen', body })
  expect(again).toMatchObject({ status: 409, body: { code: 'email_taken', current: { email } } })
  expect(JSON.stringify(again.body)).not.toContain('/invite/')

  const headers = { 'idempotency-key': newId() }
  const keyed = { as: 'chen', body: { ...body, email: `${newId()}@example.org`, name: newId() }, headers } as const
  const first = await call(addUser, {}, keyed)
  expect(first).toMatchObject({ status: 201, body: { link: expect.stringContaining('/invite/') } })
  expect(await call(addUser, {}, keyed)).toEqual(first)

  const { body: page } = await call(users, {}, { as: 'chen', query: `q=${email}` })
  expect(page).toMatchObject({ items: [{ email, invited: true }], next: null })
  expect(JSON.stringify(page)).not.toContain('/invite/')
})

test('everything that somebody owns is handed over, with a note; the answer lists what stays', async () => {
  const [from, to] = [
    await givenPerson({ organizationIds: [known.health.id] }),
    await givenPerson({ organizationIds: [known.health.id] }),
  ]
  const [own, foreign] = [
    await givenAssignment({ ownerId: from.id }),
    await givenAssignment({ ownerId: from.id, to: known.finance }),
  ]
  const body = { to: to.email, note: 'The file is with the registry.' }
  expect(await call(handOver, { user: from.id }, { as: 'amina', body })).toMatchObject({ status: 403 })
  expect(await call(handOver, { user: from.id }, { as: 'chen', body })).toMatchObject({
    status: 200,
    body: { to: { id: to.id }, moved: 1, left: { total: 1, items: [{ id: foreign.id, reason: 'owner_outside' }] } },
  })
  expect(await call(assignment, { assignment: own.id }, { as: 'chen' })).toMatchObject({
    body: { owner: { id: to.id } },
  })
})

test('pages of people follow one another, also where the last one of a page has another name now', async () => {
  const stem = newId()
  for (const name of ['1', '2', '2'].map((number) => `${stem} ${number}`)) {
    const body = { email: `${newId()}@example.org`, name, role: 'viewer', confirmSimilar: true }
    expect(await call(addUser, {}, { as: 'faisal', body })).toMatchObject({ status: 201 })
  }
  const page = async (after: Record<string, string>) => {
    const query = new URLSearchParams({ q: stem, limit: '1', ...after }).toString()
    return (await call(users, {}, { as: 'chen', query })).body
  }

  const first = await page({})
  await db.user.update({ where: { id: first.items[0].id }, data: { name: `${stem} 3` } })
  const second = await page({ after: first.next })
  const third = await page({ after: second.next })
  const last = await page({ after: third.next })
  expect([first, second, third, last].map(({ items }) => items[0].name.replace(stem, '').trim()).join()).toBe('1,2,2,3')
  expect(second.items[0].id).not.toBe(third.items[0].id)
  expect([last.items[0].id, last.next]).toEqual([first.items[0].id, null])
})

test.each(['x', newId(), cursorOf('people', ['a', 'b']), cursorOf('groups', ['a', newId()])])(
  'a place that the list of people never said is refused: %j',
  async (after) => {
    expect(await call(users, {}, { as: 'dita', query: new URLSearchParams({ after }).toString() })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'after', code: 'after_unreadable' }] },
    })
  },
)

test('roles beyond a coordinator are given by administrators who are signed in, by no token', async () => {
  const body = { email: `${newId()}@example.org`, name: newId(), role: 'administrator', organizations: [] }
  expect(await call(addUser, {}, { as: 'chen', body })).toMatchObject({ status: 403 })
  expect(await call(addUser, {}, { as: 'amina', body: { ...body, role: 'viewer' } })).toMatchObject({ status: 403 })
  expect(await call(addUser, {}, { as: 'faisal', body })).toMatchObject({ status: 403 })
  const headers = { cookie: await cookieOf('faisal') }
  expect(await call(addUser, {}, { headers, body })).toMatchObject({ status: 201 })
})

test('of people and their tokens only those hear who keep the record', async () => {
  await call(addUser, {}, { as: 'faisal', body: { email: `${newId()}@example.org`, name: newId(), role: 'viewer' } })
  const newest = async (as: 'chen' | 'amina') =>
    (await call(history, {}, { as, query: 'limit=200' })).body.items.map(({ kind }: { kind: string }) => kind)
  expect((await newest('chen')).slice(0, 2)).toEqual(['user.link_made', 'user.added'])
  expect((await newest('amina')).filter((kind: string) => /^(user|token)\./.test(kind))).toEqual([])
  expect(await call(history, {}, { as: 'amina', query: 'after=first' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'after', code: 'after_unreadable' }] },
  })
})
