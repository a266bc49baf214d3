import { beforeAll, expect, test } from 'vitest'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import { eventsOf, givenAssignment, givenPeople, organizations, people, traceOf } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people
const begun = { progress: 'in_progress', narrative: 'Begun.' }

beforeAll(givenPeople)

test('an assignment made by mistake goes, and the history keeps what it was', async () => {
  const { id, recommendationId } = await givenAssignment({ dueOn: '2027-06-30', ownerId: amina.id, role: 'lead' })

  const removed = await removeAssignment(chen, { id })

  expect(removed).toMatchObject({ ok: true, value: { id, organization: { slug: organizations.health.slug } } })
  expect(await db.assignment.count({ where: { id } })).toBe(0)
  expect(await eventsOf(id)).toEqual([
    {
      kind: 'assignment.removed',
      actorId: chen.id,
      audience: 'internal',
      body: {
        before: {
          organizationId: organizations.health.id,
          viaGroupId: null,
          ownerId: amina.id,
          dueOn: '2027-06-30',
          role: 'lead',
        },
        after: null,
      },
    },
  ])
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({
    status: 'unassigned',
    openCount: 0,
    nextDueOn: null,
  })
})

test('a second click removes nothing more, and succeeds', async () => {
  const { id } = await givenAssignment()

  const results = await atOnce(
    'assignments',
    id,
    () => removeAssignment(chen, { id }),
    () => removeAssignment(faisal, { id }),
  )

  const removed = { value: { id, organization: { slug: organizations.health.slug }, version: 1 } }
  expect(results).toMatchObject([removed, removed])
  expect(results.map((result) => result.ok && result.changed).toSorted()).toEqual([false, true])
  expect(await eventsOf(id)).toHaveLength(1)
  expect(await removeAssignment(chen, { id })).toMatchObject({ ok: true, changed: false, ...removed })
})

test('what was taken back is there for nobody who could not take it back', async () => {
  const { id } = await givenAssignment()
  await removeAssignment(chen, { id })

  expect(refusalOf(await removeAssignment(amina, { id }))).toBe('assignment_not_found')
})

test('of a report and a removal at once one succeeds, and no word is lost', async () => {
  for (const _ of Array.from({ length: 12 })) {
    const { id: assignmentId } = await givenAssignment()

    const [reported, removed] = await Promise.all([
      reportProgress(amina, { assignmentId, ...begun }),
      removeAssignment(chen, { id: assignmentId }),
    ])

    expect([reported.ok, removed.ok].toSorted()).toEqual([false, true])
    expect(await traceOf(assignmentId)).toMatchObject(
      reported.ok ? { status: 'in_progress', reports: [{}] } : { events: [{ kind: 'assignment.removed' }] },
    )
    const refused = reported.ok ? removed : reported
    expect(['assignment_has_work', 'assignment_not_found']).toContain(refusalOf(refused))
  }
})

const refusals = [
  { rule: 'a focal point removes nothing', actor: amina, code: 'assign_forbidden' },
  { rule: 'another organization neither', actor: bruno, code: 'assign_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'assign_forbidden' },
  { rule: 'what was closed has its reason', given: { closed: true }, code: 'assignment_has_work' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'assignment_not_found',
  },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'assignment_not_found' },
  { rule: 'an unknown field is not dropped', input: { version: 1 }, code: 'version: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id } = await givenAssignment(given)
  const before = await traceOf(id)

  expect(refusalOf(await removeAssignment(actor, { id, ...input }))).toBe(code)
  expect(await traceOf(id)).toEqual(before)
})

test('what somebody has reported on is closed, not removed', async () => {
  const { id } = await givenAssignment()
  await reportProgress(amina, { assignmentId: id, ...begun })
  const before = await traceOf(id)

  expect(await removeAssignment(chen, { id })).toMatchObject({
    code: 'assignment_has_work',
    current: { id, status: 'in_progress', version: 2 },
  })
  expect(await traceOf(id)).toEqual(before)
})
