import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import {
  emailOf,
  eventsOf,
  givenAssignment,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { atOnce } from '../support/session'

const { amina, chen, faisal } = people
const { health, finance } = organizations
const toHealth = { organization: health.slug }

test('a coordinator assigns an organization, and the history says whom, to whom and by when', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const id = newId()
  const asked = { id, key, ...toHealth, owner: emailOf('amina'), dueOn: '2027-06-30', role: 'lead' }

  const result = await at('2026-03-01T09:00:00Z', () => assign(chen, asked))

  expect(result).toMatchObject({
    ok: true,
    value: {
      id,
      organization: { slug: health.slug, name: health.name },
      owner: { id: amina.id, email: emailOf('amina') },
      dueOn: '2027-06-30',
      originalDueOn: '2027-06-30',
      role: 'lead',
      position: 'pending',
      progress: 'not_started',
      verification: 'none',
      status: 'not_started',
      version: 1,
    },
  })
  expect(await traceOf(id)).toMatchObject({
    recommendationId,
    organizationId: health.id,
    createdAt: new Date('2026-03-01T09:00:00Z'),
    events: [
      {
        kind: 'assignment.made',
        actorId: chen.id,
        audience: 'internal',
        body: {
          before: null,
          after: { organizationId: health.id, viaGroupId: null, ownerId: amina.id, dueOn: '2027-06-30', role: 'lead' },
        },
      },
    ],
  })
  expect(await db.recommendation.findUnique({ where: { key } })).toMatchObject({ status: 'not_started', openCount: 1 })
})

test.each([
  { called: 'slug', organization: health.slug },
  { called: 'name', organization: health.name },
  { called: 'name in other letters', organization: '  MINISTRY of\thealth ' },
])('an organization is found by its $called', async ({ organization }) => {
  const { key } = await givenRecommendation()
  expect(await assign(chen, { key, organization })).toMatchObject({
    value: { organization: { slug: health.slug }, role: 'contributing' },
  })
})

test('a coordinator can own the assignment of any organization', async () => {
  const { key } = await givenRecommendation()
  expect(await assign(faisal, { key, ...toHealth, owner: emailOf('chen').toUpperCase() })).toMatchObject({
    value: { owner: { id: chen.id } },
  })
})

test('a double click makes one assignment, and both clicks succeed', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const click = { id: newId(), key, ...toHealth, dueOn: '2027-06-30' }

  const clicking = () => assign(chen, click)

  const results = await atOnce('recommendations', recommendationId, clicking, clicking)

  expect(results).toMatchObject([
    { ok: true, value: { id: click.id, version: 1 } },
    { ok: true, value: { id: click.id, version: 1 } },
  ])
  expect(await eventsOf(click.id)).toHaveLength(1)
  expect(await db.assignment.count({ where: { recommendationId } })).toBe(1)
})

test('a reload long after makes nothing again, though the assignment has changed since', async () => {
  const { key } = await givenRecommendation()
  const sent = { id: newId(), key, ...toHealth, dueOn: '2027-06-30' }
  await assign(chen, sent)
  await changeAssignment(chen, { id: sent.id, dueOn: '2028-01-31', reason: 'The ministry asked for it.', version: 1 })

  expect(await assign(chen, sent)).toMatchObject({
    ok: true,
    changed: false,
    value: { dueOn: '2028-01-31', version: 2 },
  })
})

test('a reload after the recommendation was closed makes nothing again either', async () => {
  const { key } = await givenRecommendation()
  const sent = { id: newId(), key, ...toHealth }
  await assign(chen, sent)
  valueIn(await closeRecommendation(chen, { key, closure: 'superseded', reason: 'Another text replaced it.' }))

  expect(await assign(chen, sent)).toMatchObject({ ok: true, changed: false, value: { id: sent.id } })
})

test.each([
  { otherwise: 'another organization', over: { organization: finance.slug } },
  { otherwise: 'another due date', over: { dueOn: '2028-01-01' } },
  { otherwise: 'another owner', over: { owner: emailOf('chen') } },
  { otherwise: 'another role', over: { role: 'lead' } },
])('what comes under the id of an assignment that was sent, but with $otherwise, is not dropped', async ({ over }) => {
  const { key, id: recommendationId } = await givenRecommendation()
  const sent = { id: newId(), key, ...toHealth, dueOn: '2027-06-30' }
  await assign(chen, sent)
  const before = await traceOfRecommendation(recommendationId)

  const result = await assign(chen, { ...sent, ...over })

  expect(result).toMatchObject({ code: 'assignment_sent_before', current: { id: sent.id } })
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})

test('of two people assigning one organization at once, one is told that it has it already', async () => {
  const { key, id: recommendationId } = await givenRecommendation()

  const results = await Promise.all([assign(chen, { key, ...toHealth }), assign(faisal, { key, ...toHealth })])

  expect(results).toContainEqual(expect.objectContaining({ ok: true }))
  expect(results).toContainEqual(
    expect.objectContaining({
      code: 'assignment_exists',
      params: { organization: health.name },
      current: expect.objectContaining({ organization: { slug: health.slug, name: health.name } }),
    }),
  )
  expect(await traceOfRecommendation(recommendationId)).toMatchObject({ openCount: 1, assignments: [{}] })
})

test('only one organization leads, and a second is told which', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const lead = { key, role: 'lead' }

  const results = await Promise.all([
    assign(chen, { ...lead, ...toHealth }),
    assign(chen, { ...lead, organization: finance.slug }),
  ])

  const [leader] = results.flatMap((result) => (result.ok ? [result.value] : []))
  expect(leader).toMatchObject({ role: 'lead' })
  const params = { organization: leader?.organization.name }
  expect(results).toContainEqual(expect.objectContaining({ code: 'lead_taken', params, current: leader }))
  expect(await traceOfRecommendation(recommendationId)).toMatchObject({ openCount: 1 })
})

test('what was assigned and taken back can be assigned again', async () => {
  const given = await givenAssignment()
  await db.assignment.delete({ where: { id: given.id } })

  expect(await assign(chen, { key: given.recommendation.key, ...toHealth })).toMatchObject({ ok: true })
})
