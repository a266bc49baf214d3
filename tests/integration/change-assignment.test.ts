import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  emailOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people

beforeAll(givenPeople)

test('a coordinator sets owner, due date and role, and the history says what was and what is', async () => {
  const { id } = await givenAssignment({ dueOn: '2026-12-31' })

  const changed = await changeAssignment(chen, {
    id,
    version: 1,
    owner: emailOf('amina'),
    dueOn: '2027-06-30',
    reason: 'The ministry asked for it.',
    role: 'lead',
  })

  expect(changed).toMatchObject({
    ok: true,
    value: { owner: { id: amina.id }, dueOn: '2027-06-30', originalDueOn: '2026-12-31', role: 'lead', version: 2 },
  })
  expect(await traceOf(id)).toMatchObject({
    events: [
      {
        kind: 'assignment.changed',
        actorId: chen.id,
        audience: 'internal',
        body: {
          before: { ownerId: null, dueOn: '2026-12-31', role: 'contributing' },
          after: { ownerId: amina.id, dueOn: '2027-06-30', role: 'lead' },
        },
      },
    ],
  })
})

test('what is not named stays, and the history tells only what changed', async () => {
  const { id } = await givenAssignment({ dueOn: '2026-12-31', ownerId: amina.id, role: 'lead' })

  const changed = await changeAssignment(chen, {
    id,
    version: 1,
    dueOn: '2027-06-30',
    reason: 'The ministry asked for it.',
  })

  expect(changed).toMatchObject({ value: { owner: { id: amina.id }, role: 'lead' } })
  expect((await traceOf(id)).events.map(({ body }) => body)).toEqual([
    { before: { dueOn: '2026-12-31' }, after: { dueOn: '2027-06-30', reason: expect.objectContaining({}) } },
  ])
})

test('the first due date is kept as the original one, however often it moves or goes', async () => {
  const { id } = await givenAssignment()
  const dueOn = async (version: number, day: string | null) =>
    valueIn(await changeAssignment(chen, { id, version, dueOn: day, reason: 'The ministry asked for it.' }))

  expect(await dueOn(1, '2026-12-31')).toMatchObject({ dueOn: '2026-12-31', originalDueOn: '2026-12-31' })
  expect(await dueOn(2, '2027-06-30')).toMatchObject({ dueOn: '2027-06-30', originalDueOn: '2026-12-31' })
  const without = await dueOn(3, null)
  expect(without).toMatchObject({ originalDueOn: '2026-12-31' })
  expect(without).not.toHaveProperty('dueOn')
  expect(await dueOn(4, '2028-01-31')).toMatchObject({ dueOn: '2028-01-31', originalDueOn: '2026-12-31' })
})

test('an owner leaves, and nobody is owner', async () => {
  const { id } = await givenAssignment({ ownerId: amina.id })

  expect(valueIn(await changeAssignment(chen, { id, version: 1, owner: null }))).not.toHaveProperty('owner')
  expect(await traceOf(id)).toMatchObject({ ownerId: null, events: [{ body: { after: { ownerId: null } } }] })
})

test.each([
  { who: 'a focal point', actor: amina },
  { who: 'a reviewer', actor: gulnar },
])('$who names an owner within their own organization', async ({ actor }) => {
  const { id } = await givenAssignment()

  expect(await changeAssignment(actor, { id, version: 1, owner: emailOf('amina') })).toMatchObject({
    value: { owner: { id: amina.id } },
  })
})

test('a double click changes it once, and both clicks succeed', async () => {
  const { id } = await givenAssignment()
  const click = { id, version: 1, owner: emailOf('amina'), dueOn: '2027-06-30' }

  const clicking = () => changeAssignment(chen, click)

  const results = await atOnce('assignments', id, clicking, clicking)

  const stands = { ok: true, value: { dueOn: '2027-06-30', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await changeAssignment(chen, click)).toMatchObject({ ...stands, changed: false })
  expect((await traceOf(id)).events).toHaveLength(1)
})

test('of two who change it from the same page, the second sees what the first did', async () => {
  const { id } = await givenAssignment()

  const results = await atOnce(
    'assignments',
    id,
    () => changeAssignment(chen, { id, version: 1, dueOn: '2027-06-30' }),
    () => changeAssignment(faisal, { id, version: 1, dueOn: '2028-01-31' }),
  )

  const [first] = results.flatMap((result) => (result.ok ? [result.value] : []))
  expect(results).toContainEqual(expect.objectContaining({ code: 'assignment_changed', current: first }))
  expect(await traceOf(id)).toMatchObject({ version: 2, dueOn: new Date(first?.dueOn ?? ''), events: [{}] })
})

test('a report that came meanwhile is seen too', async () => {
  const { id } = await givenAssignment()
  await reportProgress(amina, { assignmentId: id, progress: 'implemented', narrative: 'Done.' })

  expect(await changeAssignment(chen, { id, version: 1, dueOn: '2027-06-30' })).toMatchObject({
    code: 'assignment_changed',
    current: { progress: 'implemented', version: 2 },
  })
})

test('only one leads: a second is told which, also when both come at once', async () => {
  const of = await givenRecommendation()
  const [one, other] = [await givenAssignment({ of }), await givenAssignment({ of, to: organizations.finance })]
  const lead = { version: 1, role: 'lead' }

  const results = await Promise.all([
    changeAssignment(chen, { id: one.id, ...lead }),
    changeAssignment(faisal, { id: other.id, ...lead }),
  ])

  const [leader] = results.flatMap((result) => (result.ok ? [result.value] : []))
  const params = { organization: leader?.organization.name }
  const current = expect.objectContaining({ id: leader?.id })
  expect(results).toContainEqual(expect.objectContaining({ code: 'lead_taken', params, current }))
  expect(await db.assignment.count({ where: { recommendationId: of.id, role: 'lead' } })).toBe(1)
  expect([...(await traceOf(one.id)).events, ...(await traceOf(other.id)).events]).toHaveLength(1)
})

const refusals = [
  { rule: 'another organization names no owner', actor: bruno, code: 'owner_forbidden' },
  { rule: 'a viewer names no owner', actor: dita, code: 'owner_forbidden' },
  { rule: 'a reviewer of no organization names no owner', actor: elif, code: 'owner_forbidden' },
  { rule: 'a focal point sets no due date', actor: amina, input: { dueOn: '2027-06-30' }, code: 'assign_forbidden' },
  { rule: 'a focal point takes none away', actor: amina, input: { dueOn: null }, code: 'assign_forbidden' },
  { rule: 'a focal point makes nobody lead', actor: amina, input: { role: 'lead' }, code: 'assign_forbidden' },
  { rule: 'an owner is not from outside', input: { owner: emailOf('bruno') }, code: 'owner: owner_outside' },
  { rule: 'an owner has an account', input: { owner: 'nobody@example.org' }, code: 'owner: owner_unknown' },
  { rule: 'an out-of-date page overwrites nothing', input: { version: 7 }, code: 'assignment_changed' },
  { rule: 'a change says from which version', input: { version: undefined }, code: 'version: version_missing' },
  { rule: 'a due date is a day', input: { dueOn: '30.6.2027' }, code: 'dueOn: day_unreadable' },
  { rule: 'a role is lead or contributing', input: { role: 'main' }, code: 'role: role_unreadable' },
  { rule: 'a closed assignment stays as it was', given: { closed: true }, code: 'assignment_closed' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'assignment_not_found',
  },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'assignment_not_found' },
  { rule: 'progress is said in a report', input: { progress: 'implemented' }, code: 'progress: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id } = await givenAssignment({ dueOn: '2026-12-31', ...given })
  const before = await traceOf(id)

  const result = await changeAssignment(actor, { id, version: 1, owner: emailOf('amina'), ...input })

  expect(refusalOf(result)).toBe(code)
  expect(await traceOf(id)).toEqual(before)
})
