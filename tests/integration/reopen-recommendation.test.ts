import { beforeAll, expect, test } from 'vitest'
import { hashed } from '@/lib/history/events'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  people,
  traceOfRecommendation,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen, dita, elif, faisal } = people
const reason = 'It was asked for again.'

beforeAll(givenPeople)

test('a closed recommendation stands again as its assignments do, and both reasons are kept', async () => {
  const recommendation = await givenRecommendation()
  const { id, key } = recommendation
  await givenAssignment({ of: recommendation, progress: 'implemented' })
  await closeRecommendation(chen, { key, closure: 'superseded', reason: 'By a later report.' })

  const reopened = await reopenRecommendation(faisal, { key, reason })

  expect(reopened).toMatchObject({ ok: true, value: { status: 'implemented', version: 3 } })
  expect(reopened.ok && reopened.value).not.toHaveProperty('closure')
  const kept = await db.reason.findFirstOrThrow({ where: { text: reason } })
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'recommendation.closed' },
    {
      kind: 'recommendation.reopened',
      actorId: faisal.id,
      body: { before: { closure: 'superseded' }, after: { closure: null, reason: hashed(kept.id, reason, kept.salt) } },
    },
  ])
})

test('a double click reopens it once, and both clicks succeed', async () => {
  const { id, key } = await givenRecommendation({ closed: true })
  const click = { key, reason }

  const clicking = () => reopenRecommendation(chen, click)

  const results = await atOnce('recommendations', id, clicking, clicking)

  const stands = { ok: true, value: { status: 'unassigned', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await eventsOf(id)).toHaveLength(1)
})

const refusals = [
  { rule: 'a focal point reopens nothing', actor: amina, code: 'recommendation_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'recommendation_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'recommendation_forbidden' },
  { rule: 'what is open is not reopened', given: { closed: false }, code: 'recommendation_not_closed' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'reopening has a reason', input: { reason: '' }, code: 'reason: reason_missing' },
  { rule: 'an unknown field is not dropped', input: { closure: null }, code: 'closure: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id, key } = await givenRecommendation({ closed: true, ...given })
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await reopenRecommendation(actor, { key, reason, ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})
