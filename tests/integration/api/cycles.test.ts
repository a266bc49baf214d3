import { beforeAll, expect, test } from 'vitest'
import { GET as assignments } from '@/app/api/v1/cycles/[id]/assignments/route'
import { POST as cancel } from '@/app/api/v1/cycles/[id]/cancel/route'
import { POST as close } from '@/app/api/v1/cycles/[id]/close/route'
import { GET as organizations } from '@/app/api/v1/cycles/[id]/organizations/route'
import { POST as remind } from '@/app/api/v1/cycles/[id]/reminders/route'
import { PATCH as edit, GET as one } from '@/app/api/v1/cycles/[id]/route'
import { POST as add, GET as list } from '@/app/api/v1/cycles/route'
import { db } from '@/lib/platform/db'
import { call } from '../../support/api'
import { givenPeople } from '../../support/given'
import { givenAsked } from '../../support/given-cycle'
import { givenOrganization } from '../../support/places'

beforeAll(givenPeople)

const days = { opensOn: '2099-06-01', closesOn: '2099-06-30' }
const today = new Date().toISOString().slice(0, 10)

test('a cycle is added, edited, extended while open, and closed', async () => {
  const { document } = await givenAsked()
  const body = { name: 'Mid-year 2099', document, organizations: ['ministry-of-health'], ...days }
  const added = await call(add, {}, { as: 'chen', body })
  expect(added).toMatchObject({
    status: 201,
    body: {
      ...body,
      document: { code: document },
      organizations: [{ slug: 'ministry-of-health' }],
      groups: [],
      asks: 'report',
      state: 'planned',
      version: 1,
    },
  })
  const { id } = added.body
  expect(await call(close, { id }, { as: 'chen' })).toMatchObject({
    status: 409,
    body: { code: 'cycle_is_planned', current: { id, state: 'planned' } },
  })
  expect(
    await call(edit, { id }, { as: 'chen', body: { version: 1, organizations: [], opensOn: today } }),
  ).toMatchObject({ status: 200, body: { state: 'open', version: 3, organizations: [] } })
  expect(await call(edit, { id }, { as: 'chen', body: { version: 2, closesOn: '2099-07-01' } })).toMatchObject({
    status: 409,
    body: { code: 'cycle_changed', current: { version: 3 } },
  })
  expect(await call(edit, { id }, { as: 'chen', body: { version: 3, closesOn: '2099-07-01' } })).toMatchObject({
    status: 200,
    body: { closesOn: '2099-07-01' },
  })
  expect(await call(cancel, { id }, { as: 'chen' })).toMatchObject({ status: 409, body: { code: 'cycle_is_open' } })
  expect(await call(close, { id }, { as: 'chen' })).toMatchObject({ status: 200, body: { state: 'closed' } })
  expect(await call(remind, { id }, { as: 'chen' })).toMatchObject({ status: 409, body: { current: { id } } })
})

test('everybody reads who has answered, page by page, by organization and by answer', async () => {
  const { document } = await givenAsked()
  const body = { name: 'Now', document, opensOn: today, closesOn: '2099-06-30' }
  const { id } = (await call(add, {}, { as: 'chen', body })).body
  const counts = { asked: 2, answered: 0, late: 0, not_answered: 2, closed: 0 }
  expect((await call(list, {}, { as: 'dita' })).body.items).toContainEqual(expect.objectContaining({ id, counts }))
  expect(await call(one, { id }, { as: 'dita' })).toMatchObject({ status: 200, body: { id, counts } })

  const first = await call(organizations, { id }, { as: 'dita', query: 'limit=1' })
  expect(first.body).toMatchObject({ items: [{ organization: { name: 'Ministry of Finance' } }], total: 2 })
  const second = await call(organizations, { id }, { as: 'dita', query: `limit=1&after=${first.body.next}` })
  expect(second.body).toMatchObject({ items: [{ organization: { name: 'Ministry of Health' } }], next: null })

  const page = await call(assignments, { id }, { as: 'dita', query: 'answer=not_answered&limit=1' })
  const after = await call(assignments, { id }, { as: 'dita', query: `limit=1&after=${page.body.next}` })
  expect([page, after].map(({ body }) => body.items[0].organization.slug)).toEqual([
    'ministry-of-finance',
    'ministry-of-health',
  ])
  const ofOne = await call(assignments, { id }, { as: 'dita', query: 'organization=ministry-of-health' })
  expect(ofOne.body.items).toMatchObject([{ answer: 'not_answered', status: 'not_started' }])
  const none = await call(assignments, { id }, { as: 'dita', query: 'answer=late' })
  expect(none.body.items).toEqual([])
})

test('an organization that is not there is refused, and one that the cycle does not ask has no rows', async () => {
  const { document } = await givenAsked()
  const { id } = (await call(add, {}, { as: 'chen', body: { name: 'Now', document, ...days, opensOn: today } })).body
  const archived = await givenOrganization({ archived: true })
  const rowsOf = (slug: string, as: 'chen' | 'dita' = 'dita') =>
    call(assignments, { id }, { as, query: `organization=${slug}` })

  for (const unknown of ['nope', archived.slug]) {
    expect(await rowsOf(unknown)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'organization', code: 'organization_unknown' }] },
    })
  }
  expect(await rowsOf(archived.slug, 'chen')).toMatchObject({ status: 200, body: { items: [] } })
  expect(await rowsOf((await givenOrganization()).slug)).toMatchObject({ status: 200, body: { items: [] } })

  await db.organization.update({ where: { slug: 'ministry-of-health' }, data: { archivedAt: new Date() } })
  try {
    expect(await rowsOf('ministry-of-health')).toMatchObject({ status: 200 })
  } finally {
    await db.organization.update({ where: { slug: 'ministry-of-health' }, data: { archivedAt: null } })
  }
})

test.each([
  [{ name: '' }, 'name', 'cycle_name_missing'],
  [{ opensOn: '2020-01-01' }, 'opensOn', 'cycle_opens_in_past'],
  [{ closesOn: '2099-05-31' }, 'closesOn', 'cycle_closes_before_opening'],
  [{ document: 'NOWHERE' }, 'document', 'document_unknown'],
  [{ organizations: ['ministry-of-health', 'nobody'] }, 'organizations.1', 'organization_unknown'],
  [{ groups: ['nobody'] }, 'groups.0', 'group_unknown'],
])('what cannot be is refused by its field: %o', async (wrong, field, code) => {
  const body = { name: 'Mid-year', ...days, ...wrong }
  expect(await call(add, {}, { as: 'chen', body })).toMatchObject({
    status: 422,
    body: { errors: [{ field, code }] },
  })
})
