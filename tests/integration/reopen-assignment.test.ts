import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { hashed } from '@/lib/history/events'
import { db } from '@/lib/platform/db'
import { givenAssignment, givenPeople, people, traceOf } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people
const reason = 'The later report leaves it open.'

beforeAll(givenPeople)

test('a closed assignment stands again as it did before, and both reasons are kept', async () => {
  const { id, recommendationId } = await givenAssignment({ progress: 'in_progress', dueOn: '2027-06-30' })
  await closeAssignment(chen, { id, closure: 'superseded', reason: 'A later report asks for more.' })

  const reopened = await reopenAssignment(faisal, { id, reason })

  expect(reopened).toMatchObject({ ok: true, value: { status: 'in_progress', dueOn: '2027-06-30', version: 3 } })
  expect(reopened.ok && reopened.value).not.toHaveProperty('closure')
  const kept = await db.reason.findFirstOrThrow({ where: { text: reason } })
  expect(await traceOf(id)).toMatchObject({
    closureReasonId: null,
    events: [
      { kind: 'assignment.closed' },
      {
        kind: 'assignment.reopened',
        actorId: faisal.id,
        body: {
          before: { closure: 'superseded' },
          after: { closure: null, reason: hashed(kept.id, reason, kept.salt) },
        },
      },
    ],
  })
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({
    status: 'in_progress',
    nextDueOn: new Date('2027-06-30'),
  })
})

test('a double click reopens it once, and both clicks succeed', async () => {
  const { id } = await givenAssignment({ closed: true })

  const clicking = () => reopenAssignment(chen, { id, reason })

  const results = await atOnce('assignments', id, clicking, clicking)

  const stands = { ok: true, value: { status: 'not_started', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect((await traceOf(id)).events).toHaveLength(1)
})

const refusals = [
  { rule: 'a focal point reopens nothing', actor: amina, code: 'assign_forbidden' },
  { rule: 'another organization neither', actor: bruno, code: 'assign_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'assign_forbidden' },
  { rule: 'what is open is not reopened', given: { closed: false }, code: 'assignment_not_closed' },
  { rule: 'reopening has a reason', input: { reason: '' }, code: 'reason: reason_missing' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'assignment_not_found',
  },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'assignment_not_found' },
  { rule: 'an unknown field is not dropped', input: { closure: null }, code: 'closure: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id } = await givenAssignment({ closed: true, ...given })
  const before = await traceOf(id)

  expect(refusalOf(await reopenAssignment(actor, { id, reason, ...input }))).toBe(code)
  expect(await traceOf(id)).toEqual(before)
})
