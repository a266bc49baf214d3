import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { hashed } from '@/lib/history/events'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Closure } from '@/prisma/generated/enums'
import { givenAssignment, givenPeople, people, traceOf } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people
const ended = { closure: 'superseded', reason: 'A later report asks for more.' }

beforeAll(givenPeople)

test('a coordinator closes an assignment, and the reason stands in a row of its own', async () => {
  const { id, recommendationId } = await givenAssignment({ progress: 'in_progress', dueOn: '2027-06-30' })

  const closed = await at('2026-03-01T09:00:00Z', () => closeAssignment(chen, { id, ...ended }))

  expect(closed).toMatchObject({
    ok: true,
    value: { id, status: 'closed', closure: 'superseded', progress: 'in_progress', version: 2 },
  })
  const { closureReasonId, events } = await traceOf(id)
  const kept = await db.reason.findUniqueOrThrow({ where: { id: closureReasonId ?? '' } })
  expect(events).toEqual([
    {
      kind: 'assignment.closed',
      actorId: chen.id,
      audience: 'internal',
      body: {
        before: { closure: null },
        after: { closure: 'superseded', reason: hashed(kept.id, ended.reason, kept.salt) },
      },
    },
  ])
  expect(await db.reason.findUnique({ where: { id: closureReasonId ?? '' } })).toMatchObject({
    text: ended.reason,
    authorId: chen.id,
    writtenAt: new Date('2026-03-01T09:00:00Z'),
  })
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({
    status: 'closed',
    closedCount: 1,
    nextDueOn: null,
  })
})

test.each(Object.values(Closure))('it can be closed as %s', async (closure) => {
  const { id } = await givenAssignment()
  expect(await closeAssignment(faisal, { ...ended, id, closure })).toMatchObject({
    value: { closure, status: 'closed' },
  })
})

test('a double click closes it once, and both clicks succeed', async () => {
  const { id } = await givenAssignment()
  const click = { id, ...ended }

  const clicking = () => closeAssignment(chen, click)

  const results = await atOnce('assignments', id, clicking, clicking)

  const stands = { ok: true, value: { status: 'closed', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect((await traceOf(id)).events).toHaveLength(1)
})

test.each([
  { otherwise: 'by somebody else', actor: faisal, input: {} },
  { otherwise: 'for another reason', actor: chen, input: { reason: 'Nobody asks for it any more.' } },
  { otherwise: 'as something else', actor: chen, input: { closure: 'made_in_error' } },
])('what is closed is not closed again $otherwise', async ({ actor, input }) => {
  const { id } = await givenAssignment()
  await closeAssignment(chen, { id, ...ended })
  const before = await traceOf(id)

  expect(await closeAssignment(actor, { id, ...ended, ...input })).toMatchObject({
    code: 'assignment_closed',
    current: { closure: 'superseded' },
  })
  expect(await traceOf(id)).toEqual(before)
})

test('of a closure and a removal at once one succeeds', async () => {
  for (const _ of Array.from({ length: 8 })) {
    const { id } = await givenAssignment()

    const results = await Promise.all([closeAssignment(chen, { id, ...ended }), removeAssignment(faisal, { id })])

    const refused = results.filter(({ ok }) => !ok)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ code: expect.stringMatching(/^assignment_(has_work|not_found)$/) })
  }
})

const refusals = [
  { rule: 'a focal point closes nothing', actor: amina, code: 'assign_forbidden' },
  { rule: 'another organization neither', actor: bruno, code: 'assign_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'assign_forbidden' },
  { rule: 'a closure says which', input: { closure: 'done' }, code: 'closure: closure_missing' },
  { rule: 'a closure has a reason', input: { reason: ' ' }, code: 'reason: reason_missing' },
  { rule: 'a reason has an end', input: { reason: 'a'.repeat(2001) }, code: 'reason: text_too_long' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'assignment_not_found',
  },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'assignment_not_found' },
  { rule: 'an unknown field is not dropped', input: { status: 'closed' }, code: 'status: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id } = await givenAssignment(given)
  const before = await traceOf(id)

  expect(refusalOf(await closeAssignment(actor, { id, ...ended, ...input }))).toBe(code)
  expect(await traceOf(id)).toEqual(before)
})
