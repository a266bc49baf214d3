import { expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/assignments/[assignment]/close/route'
import { POST as reopen } from '@/app/api/v1/assignments/[assignment]/reopen/route'
import { POST as report } from '@/app/api/v1/assignments/[assignment]/reports/route'
import { PATCH as change, GET as one, DELETE as remove } from '@/app/api/v1/assignments/[assignment]/route'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
import { emailOf, eventsOf, givenAssignment, givenRecommendation, people, valueIn } from '../../support/given'
import { givenOrganization } from '../../support/places'

const begun = { progress: 'in_progress', narrative: 'Working group set up.' }

test('owner, date and role are changed by the version', async () => {
  const { id: assignment } = await givenAssignment()
  const body = { owner: emailOf('amina'), dueOn: '2027-06-30', version: 1 }
  expect(await call(change, { assignment }, { as: 'chen', body })).toMatchObject({
    status: 200,
    body: { id: assignment, owner: { email: emailOf('amina') }, dueOn: '2027-06-30', version: 2 },
  })
  expect(await call(change, { assignment }, { as: 'chen', body: { dueOn: null, version: 1 } })).toMatchObject({
    status: 409,
    body: { code: 'assignment_changed', current: { version: 2 } },
  })
  expect(await call(change, { assignment }, { as: 'chen', body: { dueOn: null } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'version', code: 'version_missing' }] },
  })
  const { body: now } = await call(
    change,
    { assignment },
    { as: 'chen', body: { owner: null, dueOn: null, reason: 'No date was agreed.', version: 2 } },
  )
  expect(now).toMatchObject({ originalDueOn: '2027-06-30', version: 3 })
  expect(now).not.toHaveProperty('owner')
  expect(now).not.toHaveProperty('dueOn')
  expect(await call(change, { assignment: 'x' }, { as: 'chen', body })).toMatchObject({ status: 404 })
})

test('a report answers itself and how its assignment now stands', async () => {
  const { id: assignment } = await givenAssignment()
  const { status, body } = await call(report, { assignment }, { as: 'amina', body: { ...begun, version: 1 } })
  expect({ status, body }).toMatchObject({
    status: 201,
    body: {
      id: expect.any(String),
      state: 'submitted',
      assignment: { id: assignment, status: 'in_progress', progress: 'in_progress', version: 2 },
    },
  })
  expect(await call(report, { assignment }, { as: 'bruno', body: begun })).toMatchObject({ status: 403 })
  expect(await call(report, { assignment }, { as: 'amina', body: { ...begun, version: 1 } })).toMatchObject({
    status: 409,
    body: { code: 'assignment_changed', current: { version: 2 } },
  })
})

test('one Idempotency-Key is one report, however often it comes, and other words under it are a conflict', async () => {
  const { id: assignment } = await givenAssignment()
  const headers = { 'idempotency-key': 'report 7' }
  const send = (body: object, as: 'amina' | 'chen' = 'amina') => call(report, { assignment }, { as, body, headers })

  const answers = await Promise.all([send(begun), send(begun), send(begun)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await eventsOf(assignment)).toHaveLength(1)

  expect(await send({ ...begun, narrative: 'Something else.' })).toMatchObject({
    status: 409,
    body: { code: 'report_sent_before' },
  })
  expect(await send(begun, 'chen'), "another person's key is another key").toMatchObject({ status: 201 })
})

test('an assignment is closed with a reason, reopened, and taken back while there is no work in it', async () => {
  const { id: assignment } = await givenAssignment()
  const body = { closure: 'no_longer_applicable', reason: 'The office was dissolved.' }
  expect(await call(close, { assignment }, { as: 'chen', body })).toMatchObject({
    status: 200,
    body: { id: assignment, status: 'closed', closure: 'no_longer_applicable', version: 2 },
  })
  expect(await call(report, { assignment }, { as: 'amina', body: begun })).toMatchObject({
    status: 409,
    body: { code: 'assignment_closed' },
  })
  expect(await call(reopen, { assignment }, { as: 'chen', body: { reason: 'It was not.' } })).toMatchObject({
    status: 200,
    body: { id: assignment, status: 'not_started', version: 3 },
  })
  expect(await call(remove, { assignment }, { as: 'amina' })).toMatchObject({ status: 403 })
  expect(await call(remove, { assignment }, { as: 'chen' })).toMatchObject({ status: 200, body: { id: assignment } })
  expect(await call(remove, { assignment }, { as: 'chen' })).toMatchObject({ status: 200 })
})

test('an assignment with work in it is not taken back', async () => {
  const { id: assignment } = await givenAssignment()
  await call(report, { assignment }, { as: 'amina', body: begun })
  expect(await call(remove, { assignment }, { as: 'chen' })).toMatchObject({
    status: 409,
    body: { code: 'assignment_has_work', current: { id: assignment } },
  })
})

test('one is answered with what it asks and its reports; one that was removed by a code of its own', async () => {
  const { id: assignment, recommendation } = await givenAssignment()
  const { body: reported } = await call(report, { assignment }, { as: 'amina', body: begun })
  expect(await call(one, { assignment }, { as: 'bruno' })).toMatchObject({
    status: 200,
    body: {
      ...reported.assignment,
      recommendation: { key: recommendation.key, quote: 'States should cooperate.', document: { title: 'Report' } },
      reports: [{ ...begun, id: reported.id, author: { name: 'amina' }, onBehalf: false, corrected: false }],
    },
  })
  expect(await call(one, { assignment }, { as: 'bruno', query: 'limit=1' })).toMatchObject({ status: 422 })
  for (const nothing of ['x', newId()]) {
    const body = { code: 'assignment_not_found' }
    expect(await call(one, { assignment: nothing }, { as: 'chen' })).toMatchObject({ status: 404, body })
  }

  const { id: mistaken } = await givenAssignment()
  await call(remove, { assignment: mistaken }, { as: 'chen' })
  expect(await call(one, { assignment: mistaken }, { as: 'bruno' })).toMatchObject({
    status: 404,
    body: { code: 'assignment_was_removed' },
  })

  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const of = await givenRecommendation()
  const [twice, staying] = [await givenAssignment({ to: from, of }), await givenAssignment({ to: into, of })]
  valueIn(await mergeOrganization(people.chen, { slug: from.slug, into: into.slug }))
  expect(await call(one, { assignment: twice.id }, { as: 'bruno' })).toMatchObject({
    status: 404,
    body: { code: 'assignment_was_merged', detail: expect.stringContaining(into.name), current: { id: staying.id } },
  })
})
