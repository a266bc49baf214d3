import { expect, test } from 'vitest'
import { GET as dashboard } from '@/app/api/v1/dashboard/route'
import { POST as addMembers } from '@/app/api/v1/groups/[slug]/members/route'
import { POST as addGroup, GET as groups } from '@/app/api/v1/groups/route'
import { GET as myWork } from '@/app/api/v1/my-work/route'
import { POST as addOrganization, GET as organizations } from '@/app/api/v1/organizations/route'
import { renameGroup } from '@/lib/organizations/rename-group'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { cursorOf } from '@/lib/platform/cursor'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
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
