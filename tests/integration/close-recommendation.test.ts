import { beforeAll, expect, test } from 'vitest'
import { hashed } from '@/lib/history/events'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { Closure } from '@/prisma/generated/enums'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  people,
  traceOf,
  traceOfRecommendation,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen, dita, elif, faisal } = people
const ended = { closure: 'no_longer_applicable', reason: 'The Congress of 2015 replaced it.' }

beforeAll(givenPeople)

test('a coordinator closes a recommendation, its assignments stay, and the reason is kept', async () => {
  const recommendation = await givenRecommendation()
  const { id, key } = recommendation
  const assignment = await givenAssignment({ of: recommendation, progress: 'in_progress' })
  const before = await traceOf(assignment.id)

  const closed = await at('2027-03-01T09:00:00Z', () => closeRecommendation(chen, { key, ...ended }))

  expect(closed).toMatchObject({
    ok: true,
    value: {
      key,
      status: 'closed',
      closure: ended.closure,
      counts: { open: 1, closed: 0 },
      assignments: [{ status: 'in_progress' }],
      version: 2,
      updatedAt: '2027-03-01T09:00:00.000Z',
    },
  })
  const { closureReasonId } = await traceOfRecommendation(id)
  const kept = await db.reason.findUniqueOrThrow({ where: { id: closureReasonId ?? '' } })
  expect(await eventsOf(id)).toEqual([
    {
      kind: 'recommendation.closed',
      actorId: chen.id,
      audience: 'internal',
      body: {
        before: { closure: null },
        after: { closure: ended.closure, reason: hashed(kept.id, ended.reason, kept.salt) },
      },
    },
  ])
  expect(await db.reason.findUnique({ where: { id: closureReasonId ?? '' } })).toMatchObject({ text: ended.reason })
  expect(await traceOf(assignment.id)).toEqual({ ...before, reasons: before.reasons + 1 })
})

test.each(Object.values(Closure))('it can be closed as %s', async (closure) => {
  const { key } = await givenRecommendation()
  expect(await closeRecommendation(faisal, { key, ...ended, closure })).toMatchObject({ value: { closure } })
})

test('a double click closes it once, and both clicks succeed', async () => {
  const { id, key } = await givenRecommendation()
  const click = { key, ...ended }

  const clicking = () => closeRecommendation(chen, click)

  const results = await atOnce('recommendations', id, clicking, clicking)

  const stands = { ok: true, value: { status: 'closed', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await eventsOf(id)).toHaveLength(1)
})

test.each([
  { otherwise: 'by somebody else', actor: faisal, input: {} },
  { otherwise: 'for another reason', actor: chen, input: { reason: 'Nobody asks for it any more.' } },
  { otherwise: 'as something else', actor: chen, input: { closure: 'superseded' } },
])('what is closed is not closed again $otherwise', async ({ actor, input }) => {
  const { id, key } = await givenRecommendation()
  await closeRecommendation(chen, { key, ...ended })
  const before = await traceOfRecommendation(id)

  expect(await closeRecommendation(actor, { key, ...ended, ...input })).toMatchObject({
    code: 'recommendation_closed',
    current: { key, closure: ended.closure },
  })
  expect(await traceOfRecommendation(id)).toEqual(before)
})

const refusals = [
  { rule: 'a focal point closes nothing', actor: amina, code: 'recommendation_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'recommendation_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'recommendation_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', input: { key: 'X\0' }, code: 'recommendation_not_found' },
  { rule: 'a closure says which', input: { closure: 'implemented' }, code: 'closure: closure_missing' },
  { rule: 'a closure has a reason', input: { reason: '\u200b' }, code: 'reason: reason_missing' },
  { rule: 'an unknown field is not dropped', input: { version: 1 }, code: 'version: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id, key } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await closeRecommendation(actor, { key, ...ended, ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})
