import { expect, test } from 'vitest'
import { GET as dashboard } from '@/app/api/v1/dashboard/route'
import { POST as addMembers } from '@/app/api/v1/groups/[slug]/members/route'
import { POST as addGroup, GET as groups } from '@/app/api/v1/groups/route'
import { GET as history } from '@/app/api/v1/history/route'
import { GET as myWork } from '@/app/api/v1/my-work/route'
import { POST as addOrganization, GET as organizations } from '@/app/api/v1/organizations/route'
import { POST as addUser, GET as users } from '@/app/api/v1/users/route'
import { renameGroup } from '@/lib/organizations/rename-group'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { cursorOf } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { call, cookieOf } from '../../support/api'
import { givenAssignment, organizations as known, people } from '../../support/given'

const problem = 'application/problem+json'

test('an organization is added under a slug of its own, once', async () => {
  const name = `Office ${newId()}`
  const slug = name.toLowerCase().replace(' ', '-')
  const headers = { 'idempotency-key': newId() }
  const added = await call(addOrganization, {}, { as: 'chen', body: { name }, headers })
  expect(added).toMatchObject({ status: 201, body: { slug, name, version: 1 } })
  expect(await call(addOrganization, {}, { as: 'chen', body: { name }, headers })).toEqual(added)

  expect(await call(addOrganization, {}, { as: 'chen', body: { name } })).toMatchObject({
    status: 409,
    type: problem,
    body: { code: 'organization_exists', current: { slug } },
  })
  expect(await call(addOrganization, {}, { as: 'chen', body: { name: `${name} II`, slug } })).toMatchObject({
    status: 409,
    body: { code: 'slug_taken', current: { slug } },
  })
  expect(await call(addOrganization, {}, { as: 'amina', body: { name: 'Mine' } })).toMatchObject({ status: 403 })
  expect((await call(organizations, {}, { as: 'dita', query: `q=${encodeURIComponent(name)}` })).body).toMatchObject({
    items: [{ slug, name }],
    next: null,
    total: 1,
  })
})

test('a group takes members by their slugs, or by names, which are found or made', async () => {
  const name = `Group ${newId()}`
  const { body: group } = await call(addGroup, {}, { as: 'chen', body: { name } })
  expect(group).toMatchObject({ name, members: 0 })
  expect(await call(addGroup, {}, { as: 'chen', body: { name } })).toMatchObject({ status: 409 })

  const { slug } = group
  const made = `Agency ${newId()}`
  const names = [known.finance.name, made]
  expect(await call(addMembers, { slug }, { as: 'chen', body: { organizations: [known.health.slug] } })).toMatchObject({
    status: 201,
    body: { group: { slug, members: 1 } },
  })
  expect(await call(addMembers, { slug }, { as: 'chen', body: { names } })).toMatchObject({
    status: 201,
    body: { group: { slug, members: 3 } },
  })
  expect(await call(addMembers, { slug }, { as: 'chen', body: { organizations: ['nobody'] } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'organizations.0', code: 'organization_unknown' }] },
  })
  expect(await call(addMembers, { slug: 'nobody' }, { as: 'chen', body: { names } })).toMatchObject({ status: 404 })
  expect((await call(groups, {}, { as: 'dita' })).body.items).toContainEqual(
    expect.objectContaining({ slug, name, members: 3 }),
  )
  const { body: first } = await call(groups, {}, { as: 'dita', query: 'limit=1' })
  expect(first.items).toHaveLength(1)
})

const lists = [
  { list: organizations, of: 'organizations', add: addOrganization, rename: renameOrganization },
  { list: groups, of: 'groups', add: addGroup, rename: renameGroup },
]
for (const { list, of, add, rename } of lists) {
  test(`pages of ${of} follow one another, also where the last one of a page has another name now`, async () => {
    const stem = newId()
    for (const name of ['1', '2', '3']) await call(add, {}, { as: 'chen', body: { name: `${stem} ${name}` } })
    const page = async (after: string) =>
      (await call(list, {}, { as: 'dita', query: new URLSearchParams({ limit: '1', after }).toString() })).body

    const first = await page(cursorOf(of, [stem, newId()]))
    await rename(people.chen, { slug: first.items[0].slug, name: `Zz ${stem}`, version: 1 })
    const second = await page(first.next)
    expect([first.items, second.items]).toMatchObject([[{ name: `${stem} 1` }], [{ name: `${stem} 2` }]])
  })

  test(`under the same Idempotency-Key another slug is a conflict, and the same body is a retry: ${of}`, async () => {
    const headers = { 'idempotency-key': newId() }
    const body = { name: `Retry ${newId()}`, slug: newId() }
    await call(add, {}, { as: 'chen', body, headers })
    const other = { ...body, slug: newId() }
    expect(await call(add, {}, { as: 'chen', body: other, headers })).toMatchObject({
      status: 409,
      body: { code: expect.stringMatching('_sent_before'), current: body },
    })

    const name = `Renamed ${newId()}`
    await rename(people.chen, { slug: body.slug, name, version: 1 })
    expect(await call(add, {}, { as: 'chen', body, headers })).toMatchObject({
      status: 201,
      body: { slug: body.slug, name },
    })
  })

  test.each(['x', 'a b', 'zzz-unknown', cursorOf(of, ['a', 'b']), cursorOf('documents', ['2026-01-01', 'A'])])(
    `a place that the list of ${of} never said is refused: %j`,
    async (after) => {
      expect(await call(list, {}, { as: 'dita', query: new URLSearchParams({ after }).toString() })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'after', code: 'after_unreadable' }] },
      })
    },
  )
}

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

test('my work is what is on me and on my organizations, and the dashboard counts all', async () => {
  const { id } = await givenAssignment({ to: known.finance, dueOn: '2020-01-31' })
  const { status, body } = await call(myWork, {}, { as: 'bruno' })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { items: expect.arrayContaining([expect.objectContaining({ why: 'overdue' })]), overdue: expect.any(Number) },
  })
  const ids = body.items.map(({ assignment }: { assignment: { id: string } }) => assignment.id)
  expect(ids).toContain(id)
  expect((await call(myWork, {}, { as: 'amina' })).body.items).not.toContainEqual(
    expect.objectContaining({ assignment: expect.objectContaining({ id }) }),
  )

  expect(await call(dashboard, {}, { as: 'bruno' })).toMatchObject({
    status: 200,
    body: { recommendations: { total: expect.any(Number) }, own: [{ slug: known.finance.slug }] },
  })
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
