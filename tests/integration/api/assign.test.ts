import { expect, test } from 'vitest'
import { POST as addMembers } from '@/app/api/v1/groups/[slug]/members/route'
import { POST as addGroup } from '@/app/api/v1/groups/route'
import { POST as assign } from '@/app/api/v1/recommendations/[key]/assignments/route'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
import { emailOf, givenRecommendation, organizations } from '../../support/given'

const { health, finance } = organizations

test('an organization is assigned: 201 with the whole assignment', async () => {
  const { key } = await givenRecommendation()
  const body = { organization: health.slug, owner: emailOf('amina'), dueOn: '2027-06-30', role: 'lead' }

  const { slug, name } = health
  const { status, body: made } = await call(assign, { key }, { as: 'chen', body })
  expect({ status, made }).toEqual({
    status: 201,
    made: {
      id: expect.any(String),
      organization: { slug, name },
      role: 'lead',
      owner: { id: expect.any(String), name: 'amina', email: emailOf('amina'), active: true },
      dueOn: '2027-06-30',
      originalDueOn: '2027-06-30',
      position: 'pending',
      progress: 'not_started',
      verification: 'none',
      status: 'not_started',
      assignedAt: expect.any(String),
      version: 1,
    },
  })
  expect(await call(assign, { key }, { as: 'chen', body })).toMatchObject({
    status: 409,
    body: { code: 'assignment_exists', current: made },
  })
  expect(await call(assign, { key }, { as: 'amina', body })).toMatchObject({ status: 403 })
})

const wrong = [
  { field: 'organization', input: {} },
  { field: 'organization', input: { organization: 'nobody' } },
  { field: 'owner', input: { organization: health.slug, owner: 'nobody@example.org' } },
  { field: 'owner', input: { organization: health.slug, owner: emailOf('bruno') } },
  { field: 'dueOn', input: { organization: health.slug, dueOn: '30/06/2027' } },
  { field: 'role', input: { organization: health.slug, role: 'chief' } },
  { field: 'group', input: { group: 'nobody' } },
]
for (const { field, input } of wrong) {
  test(`${JSON.stringify(input)} is refused for its ${field}`, async () => {
    const { key } = await givenRecommendation()
    expect(await call(assign, { key }, { as: 'chen', body: input })).toMatchObject({
      status: 422,
      body: { errors: [{ field, message: expect.any(String) }] },
    })
  })
}

test('all members of a group are assigned at once; who has it already stays as they are', async () => {
  const { key } = await givenRecommendation()
  const name = `Group ${newId()}`
  const { body: group } = await call(addGroup, {}, { as: 'chen', body: { name } })
  const members = { organizations: [health.slug, finance.slug] }
  expect(await call(addMembers, { slug: group.slug }, { as: 'chen', body: members })).toMatchObject({ status: 201 })
  const { body: there } = await call(assign, { key }, { as: 'chen', body: { organization: finance.slug } })

  const headers = { 'idempotency-key': newId() }
  const body = { group: group.slug, dueOn: '2027-06-30' }
  const first = await call(assign, { key }, { as: 'chen', body, headers })
  expect(first).toMatchObject({
    status: 201,
    body: { made: [{ organization: { slug: health.slug }, group: { name }, dueOn: '2027-06-30' }], already: [there] },
  })
  expect(await call(assign, { key }, { as: 'chen', body, headers })).toEqual(first)
  expect(await call(assign, { key }, { as: 'chen', body })).toMatchObject({
    status: 201,
    body: { made: [], already: [{}, {}] },
  })
})
