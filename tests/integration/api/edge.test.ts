import { expect, test } from 'vitest'
import { GET as nowhere } from '@/app/api/v1/[[...address]]/route'
import { POST as report } from '@/app/api/v1/assignments/[assignment]/reports/route'
import { GET as me } from '@/app/api/v1/me/route'
import { GET as one } from '@/app/api/v1/recommendations/[key]/route'
import { GET as list } from '@/app/api/v1/recommendations/route'
import { db } from '@/lib/platform/db'
import { call, cookieOf } from '../../support/api'
import { emailOf, givenAssignment, organizations, people, traceOf } from '../../support/given'

const begun = { progress: 'in_progress', narrative: 'Working group set up.' }
const problem = 'application/problem+json'

test('without sign-in nothing is told, not even what there is', async () => {
  for (const answer of [
    await call(list, {}),
    await call(me, {}, { headers: { authorization: 'Bearer nobody' } }),
    await call(one, { key: 'NOTHING-1.1' }),
    await call(nowhere, {}),
    await call(report, { assignment: 'x' }, { body: begun }),
  ]) {
    expect(answer).toMatchObject({ status: 401, type: problem, body: { status: 401, code: 'signed_out' } })
  }
})

test('a token acts as its owner until it expires or is revoked', async () => {
  const { amina } = people
  const { status, body } = await call(me, {}, { as: 'amina' })
  const { slug, name } = organizations.health
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      id: amina.id,
      name: 'amina',
      email: emailOf('amina'),
      role: 'focal_point',
      organizations: [{ slug, name }],
      scope: 'manage',
    },
  })

  await db.token.updateMany({ where: { userId: amina.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  expect(await call(me, {}, { as: 'amina' })).toMatchObject({ status: 401 })

  const later = new Date(Date.now() + 60_000)
  await db.token.updateMany({ where: { userId: amina.id }, data: { expiresAt: later, revokedAt: new Date() } })
  expect(await call(me, {}, { as: 'amina' })).toMatchObject({ status: 401 })

  await db.token.updateMany({ where: { userId: amina.id }, data: { revokedAt: null } })
  expect(await call(me, {}, { as: 'amina' })).toMatchObject({ status: 200 })
})

const from = [
  { rule: 'a page of ours changes things', headers: { origin: 'http://127.0.0.1:3000' }, status: 201 },
  { rule: 'so does a program that holds the cookie', headers: {}, status: 201 },
  { rule: "a page of somebody else's doesn't", headers: { origin: 'https://evil.example.org' }, status: 403 },
  { rule: 'nor one that hides where it is from', headers: { origin: 'null' }, status: 403 },
  { rule: 'nor one on a sister site', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
]
for (const { rule, headers, status } of from) {
  test(`with the session's cookie, ${rule}`, async () => {
    const { id: assignment } = await givenAssignment()
    const before = await traceOf(assignment)
    const cookie = await cookieOf('amina')

    const answer = await call(report, { assignment }, { body: begun, headers: { ...headers, cookie } })

    expect(answer.status).toBe(status)
    if (status === 403) {
      expect(answer).toMatchObject({ type: problem, body: { code: 'cross_site' } })
      expect(await traceOf(assignment)).toEqual(before)
    }
  })
}

test('what is no JSON object is refused as such', async () => {
  const { id: assignment } = await givenAssignment()
  for (const body of ['{', '[]', '"text"', 'null', 'progress=in_progress']) {
    expect(await call(report, { assignment }, { as: 'amina', body })).toMatchObject({
      status: 400,
      type: problem,
      body: { code: 'body_unreadable' },
    })
  }
})

test('an unknown field is refused by name, and so is one that the address says already', async () => {
  const { id: assignment } = await givenAssignment()
  const before = await traceOf(assignment)

  const { status, type, body } = await call(
    report,
    { assignment },
    { as: 'amina', body: { ...begun, colour: 'red', narrative: '' } },
  )
  expect({ status, type }).toEqual({ status: 422, type: problem })
  expect(body).toMatchObject({
    title: 'Unprocessable Entity',
    code: 'fields_invalid',
    errors: [
      { field: 'narrative', code: 'narrative_missing', message: 'Describe what was done.' },
      { field: 'colour', code: 'field_unknown', message: 'There is no such field here.' },
    ],
  })
  expect(
    await call(report, { assignment }, { as: 'amina', body: { ...begun, assignmentId: assignment } }),
  ).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'assignmentId', code: 'field_unknown' }] },
  })
  expect(await traceOf(assignment)).toEqual(before)
})

test('an unknown question is refused by name', async () => {
  expect(await call(me, {}, { as: 'dita', query: 'verbose=1' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'verbose', code: 'field_unknown' }] },
  })
  for (const [query, field] of Object.entries({
    'limit=0': 'limit',
    'limit=201': 'limit',
    'limit=x': 'limit',
    'colour=red': 'colour',
  })) {
    expect(await call(list, {}, { as: 'dita', query })).toMatchObject({ status: 422, body: { errors: [{ field }] } })
  }
})

test('an address that says nothing is not there', async () => {
  expect(await call(nowhere, {}, { as: 'dita' })).toMatchObject({ status: 404, type: problem })
})

test('an id beside a key that stands for one is refused, whatever it is', async () => {
  const { id: assignment } = await givenAssignment()
  const headers = { 'idempotency-key': 'twice' }

  const answer = await call(report, { assignment }, { as: 'amina', body: { ...begun, id: 5 }, headers })

  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'id', code: 'field_unknown' }] } })
})

test('what is left blank in a query is not said, and a number is written in figures', async () => {
  expect(await call(list, {}, { as: 'amina', query: 'limit=' })).toMatchObject({ status: 200 })
  for (const limit of ['0x10', '1e2', '0', '201']) {
    expect(await call(list, {}, { as: 'amina', query: `limit=${limit}` }), limit).toMatchObject({ status: 422 })
  }
})

test('a token with the scope read changes nothing', async () => {
  const { id } = await givenAssignment()
  const before = await traceOf(id)
  const answer = await call(report, { assignment: id }, { as: 'amina', scope: 'read', body: begun })
  expect(answer).toMatchObject({ status: 403, type: problem, body: { code: 'token_reads_only' } })
  expect(await traceOf(id)).toEqual(before)
  expect(await call(me, {}, { as: 'amina', scope: 'read' })).toMatchObject({ status: 200, body: { scope: 'read' } })
})

test('a coordinator’s token with the scope report reports for no organization but their own', async () => {
  const { id } = await givenAssignment()
  const before = await traceOf(id)
  const answer = await call(report, { assignment: id }, { as: 'chen', scope: 'report', body: begun })
  expect(answer).toMatchObject({ status: 403, body: { code: 'report_forbidden' } })
  expect(await traceOf(id)).toEqual(before)
  expect(await call(report, { assignment: id }, { as: 'chen', body: begun })).toMatchObject({ status: 201 })

  const own = await givenAssignment()
  await db.membership.create({ data: { userId: people.chen.id, organizationId: organizations.health.id } })
  const reported = await call(report, { assignment: own.id }, { as: 'chen', scope: 'report', body: begun })
  await db.membership.deleteMany({ where: { userId: people.chen.id } })
  expect(reported).toMatchObject({ status: 201 })
})
