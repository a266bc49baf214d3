import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { givenAssignment, givenPeople, people, traceOf, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, dita, elif } = people
const draft = { title: 'Draft the law', responsible: 'Legal unit', startsOn: '2026-12-01', dueOn: '2027-03-01' }

beforeAll(givenPeople)

const planOf = async (id: string) => (await findAssignmentInFull(chen, id))?.plan ?? []

/** An assignment with a plan of one step. */
async function givenStep() {
  const { id: assignmentId } = await givenAssignment()
  return { assignmentId, first: valueIn(await addAction(amina, { assignmentId, title: 'Draft the law' })).id }
}

const refusals = [
  { rule: 'another organization plans nothing', actor: bruno, code: 'report_forbidden' },
  { rule: 'a viewer plans nothing', actor: dita, code: 'report_forbidden' },
  { rule: 'a reviewer of no organization plans nothing', actor: elif, code: 'report_forbidden' },
  { rule: 'a step has a title', input: { title: ' ' }, code: 'title: action_title_missing' },
  { rule: 'a blank is nobody', input: { responsible: ' ' }, code: 'responsible: responsible_missing' },
  { rule: 'a step ends after it starts', input: { dueOn: '2026-11-30' }, code: 'dueOn: due_before_start' },
  { rule: 'a day is a day', input: { startsOn: '30 June' }, code: 'startsOn: day_unreadable' },
  { rule: 'what is closed has no more steps', given: { closed: true }, code: 'assignment_closed' },
  { rule: 'what is archived is not there', given: { archived: true }, code: 'assignment_not_found' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = amina, given, input, code }) => {
  const { id: assignmentId } = await givenAssignment(given)
  const before = await traceOf(assignmentId)
  expect(refusalOf(await addAction(actor, { assignmentId, ...draft, ...input }))).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
  expect(await db.action.count({ where: { assignmentId } })).toBe(0)
})

const changes = [
  { rule: 'another organization changes no step', actor: bruno, code: 'report_forbidden' },
  { rule: 'a stale page overwrites nothing', input: { version: 7 }, code: 'action_changed' },
  { rule: 'a title is not removed', input: { title: '' }, code: 'title: action_title_missing' },
  { rule: 'a state is one of four', input: { state: 'late' }, code: 'state: action_state_missing' },
  { rule: 'only what is done has a day', input: { doneOn: '2026-11-20' }, code: 'doneOn: done_on_not_done' },
  {
    rule: 'nothing is done in the future',
    input: { state: 'done', doneOn: '2199-01-01' },
    code: 'doneOn: done_in_future',
  },
  { rule: 'places are counted from 1', input: { position: 0 }, code: 'position: place_unreadable' },
  { rule: 'what can be no ID is the ID of nothing', input: { id: 'x' }, code: 'action_not_found' },
]
test.each(changes)('$rule, and the step stays as it is', async ({ actor = amina, input, code }) => {
  const { assignmentId, first } = await givenStep()
  const before = await planOf(assignmentId)
  expect(refusalOf(await changeAction(actor, { id: first, version: 1, dueOn: '2027-03-01', ...input }))).toBe(code)
  expect(await planOf(assignmentId)).toEqual(before)
})

test('the plan of a closed assignment and of a closed recommendation stays as it is', async () => {
  const closed = await givenStep()
  const change = { version: 1, state: 'done' }
  valueIn(await closeAssignment(chen, { id: closed.assignmentId, closure: 'superseded', reason: 'A later report.' }))
  expect(refusalOf(await changeAction(amina, { id: closed.first, ...change }))).toBe('assignment_closed')

  const { id: assignmentId, recommendation } = await givenAssignment()
  const { id } = valueIn(await addAction(amina, { assignmentId, ...draft }))
  valueIn(
    await closeRecommendation(chen, { key: recommendation.key, closure: 'superseded', reason: 'A later report.' }),
  )
  expect(refusalOf(await changeAction(amina, { id, ...change }))).toBe('recommendation_closed')
  expect(refusalOf(await addAction(amina, { assignmentId, ...draft }))).toBe('recommendation_closed')
})
