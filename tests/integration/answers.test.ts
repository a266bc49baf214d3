import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { hashed } from '@/lib/history/events'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { workNotAccepted } from '@/lib/overview/not-accepted'
import { beginningOfWaiting } from '@/lib/overview/waiting-place'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { assignmentPageOf } from '@/lib/register/assignment-list'
import { readFilters } from '@/lib/register/filters'
import { pageOf } from '@/lib/register/list'
import { scopeOf } from '@/lib/register/scope'
import {
  flawInHistory,
  givenAssignment,
  givenPeople,
  givenReason,
  givenRecommendation,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { answersOf, givenRefused, no, reason } from '../support/given-refused'
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, faisal } = people

beforeAll(givenPeople)

test('an organization answers, and the record says who, when, as of which day and why', async () => {
  const { id } = await givenAssignment()
  const input = { assignmentId: id, version: 1, ...no, answeredOn: '2026-11-20' }
  const answered = await at('2026-11-24T09:00:00Z', () => answer(amina, input))

  expect(answered).toMatchObject({ value: { position: 'not_accepted', status: 'not_started', version: 2 } })
  const [row] = await answersOf(id)
  expect(row).toEqual({
    ...{ id: row?.id, position: 'not_accepted', reason, answeredOn: '2026-11-20', onBehalf: false },
    ...{ by: { id: amina.id, name: 'amina' }, at: '2026-11-24T09:00:00.000Z' },
  })
  const kept = await db.reason.findFirstOrThrow({ where: { answers: { some: { assignmentId: id } } } })
  expect((await traceOf(id)).events.at(-1)).toMatchObject({
    kind: 'assignment.answered',
    actorId: amina.id,
    body: {
      before: { position: 'pending' },
      after: {
        ...{ position: 'not_accepted', answeredOn: '2026-11-20', answerId: row?.id, onBehalf: false },
        reason: hashed(kept.id, reason, kept.salt),
      },
    },
  })
  expect(await flawInHistory()).toBeUndefined()
})

test('a later answer keeps the earlier ones, and a coordinator answers on behalf of the organization', async () => {
  const id = await givenRefused()
  valueIn(await answer(chen, { assignmentId: id, version: 2, position: 'accepted' }))
  expect(await answersOf(id)).toMatchObject([
    { position: 'accepted', onBehalf: true, by: { id: chen.id } },
    { position: 'not_accepted', onBehalf: false, reason },
  ])
  expect((await answersOf(id))[0]).not.toHaveProperty('reason')
})

test('a double click is one answer; two people at once make one, and the other one is told', async () => {
  const { id: assignmentId } = await givenAssignment()
  const click = { assignmentId, version: 1, ...no }
  const clicking = () => answer(amina, click)
  const clicks = await atOnce('assignments', assignmentId, clicking, clicking)
  expect(clicks).toMatchObject([{ ok: true }, { ok: true }])
  expect(await answersOf(assignmentId)).toHaveLength(1)
  expect(refusalOf(await answer(chen, { ...click, position: 'accepted' }))).toBe('assignment_changed')
  expect(await answer(chen, { ...click, position: 'accepted' })).toMatchObject({ current: { version: 2 } })
})

test('what is not accepted waits for the coordinators until one of them asks again or closes it', async () => {
  const [asked, closed] = [await givenRefused(), await givenRefused()]
  const waiting = async () =>
    (await workNotAccepted(chen, { from: beginningOfWaiting, limit: 500 })).items.map(({ assignment }) => assignment.id)
  expect(await waiting()).toEqual(expect.arrayContaining([asked, closed]))
  expect(await workNotAccepted(amina, { from: beginningOfWaiting, limit: 500 })).toEqual({ total: 0, items: [] })

  const question = { assignmentId: asked, version: 2, reason: 'The law was changed.' }
  expect(await askAgain(chen, question)).toMatchObject({ value: { position: 'pending', version: 3 } })
  expect(await askAgain(chen, question)).toMatchObject({ ok: true, changed: false })
  valueIn(await closeAssignment(chen, { id: closed, closure: 'not_accepted', reason }))

  expect(await waiting()).not.toContain(asked)
  expect(await waiting()).not.toContain(closed)
  expect(await answersOf(asked)).toMatchObject([
    { position: 'pending', reason: 'The law was changed.', by: { id: chen.id } },
    { position: 'not_accepted' },
  ])
  expect((await traceOf(asked)).events.at(-1)).toMatchObject({
    kind: 'assignment.asked_again',
    body: { before: { position: 'not_accepted' }, after: { position: 'pending' } },
  })
  valueIn(await answer(amina, { assignmentId: asked, version: 3, ...no }))
  expect(await waiting()).toContain(asked)
})

test('lists of assignments and of recommendations can be limited to a position', async () => {
  const id = await givenRefused()
  const other = await givenAssignment()
  const { recommendationId } = await db.assignment.findUniqueOrThrow({ where: { id } })
  const of = valueIn(readFilters(new URLSearchParams('position=not_accepted,partially_accepted&limit=200')))
  const scope = valueIn(await scopeOf(chen, of))
  const assignments = valueIn(await assignmentPageOf(scope)).ids
  expect(assignments).toContain(id)
  expect(assignments).not.toContain(other.id)
  const recommendations = valueIn(await pageOf(scope)).ids
  expect(recommendations).toContain(recommendationId)
  expect(recommendations).not.toContain(other.recommendationId)
  expect(refusalOf(readFilters(new URLSearchParams('position=no')))).toBe('position.0: position_unknown')
})

test('an answer is work: its assignment is not removed, and goes with its organization in a merge', async () => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const of = await givenRecommendation()
  const { id } = await givenAssignment({ of, to: from })
  const { id: untouched } = await givenAssignment({ of, to: into })
  valueIn(await answer(chen, { assignmentId: id, version: 1, ...no }))
  valueIn(await askAgain(chen, { assignmentId: id, version: 2 }))
  expect(refusalOf(await removeAssignment(chen, { id }))).toBe('assignment_has_work')

  valueIn(await mergeOrganization(faisal, { slug: from.slug, into: into.slug }))
  expect(await db.assignment.findUniqueOrThrow({ where: { id } })).toMatchObject({ organizationId: into.id })
  expect(await db.assignment.count({ where: { id: untouched } })).toBe(0)
  expect(await answersOf(id)).toHaveLength(2)
})

test('the database refuses a position without its answer, and an answer that is rewritten', async () => {
  const id = await givenRefused()
  const set = (data: object) => db.assignment.update({ where: { id }, data })
  await expect(set({ position: 'accepted' })).rejects.toThrow('position_unsaid')
  await expect(set({ positionReasonId: (await givenReason()).id })).rejects.toThrow('position_unsaid')
  const answers = { where: { assignmentId: id } }
  await expect(db.answer.updateMany({ ...answers, data: { onBehalf: true } })).rejects.toThrow('answers_stand')
  await expect(db.answer.deleteMany(answers)).rejects.toThrow('answers_stand')
})

const refusals = [
  { rule: 'another organization does not answer', actor: bruno, code: 'report_forbidden' },
  { rule: 'a viewer does not answer', actor: dita, code: 'report_forbidden' },
  { rule: 'a reviewer of no organization does not answer', actor: elif, code: 'report_forbidden' },
  { rule: 'a position is chosen', input: { position: undefined }, code: 'position: position_missing' },
  { rule: 'nobody answers that they are asked', input: { position: 'pending' }, code: 'position: position_missing' },
  { rule: 'no has a reason', input: { reason: undefined }, code: 'reason: position_reason_missing' },
  {
    rule: 'a part has a reason',
    input: { position: 'partially_accepted', reason: undefined },
    code: 'reason: position_reason_missing',
  },
  { rule: 'a blank is no reason', input: { reason: ' ' }, code: 'reason: position_reason_missing' },
  { rule: 'the day is not to come', input: { answeredOn: '2999-01-01' }, code: 'answeredOn: answered_in_future' },
  { rule: 'a stale page overwrites nothing', input: { version: 7 }, code: 'assignment_changed' },
  { rule: 'what is closed takes no answer', given: { closed: true }, code: 'assignment_closed' },
  { rule: 'what is archived is not there', given: { archived: true }, code: 'assignment_not_found' },
  { rule: 'what can be no ID is the ID of nothing', input: { assignmentId: 'x' }, code: 'assignment_not_found' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ actor = amina, given, input, code }) => {
  const { id: assignmentId } = await givenAssignment(given)
  const before = await traceOf(assignmentId)
  expect(refusalOf(await answer(actor, { assignmentId, version: 1, ...no, ...input }))).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
  expect(await db.answer.count({ where: { assignmentId } })).toBe(0)
})

test('a closed recommendation and an archived organization take no answer', async () => {
  const { id: assignmentId, recommendation } = await givenAssignment()
  valueIn(await closeRecommendation(chen, { key: recommendation.key, closure: 'superseded', reason }))
  expect(refusalOf(await answer(amina, { assignmentId, version: 1, ...no }))).toBe('recommendation_closed')

  const to = await givenOrganization()
  const gone = await givenAssignment({ to })
  await db.organization.update({ where: { id: to.id }, data: { archivedAt: new Date() } })
  const late = await answer(chen, { assignmentId: gone.id, version: 1, ...no })
  expect(refusalOf(late)).toBe('assignment_organization_archived')
})

test('only coordinators ask again, and only those who do not accept', async () => {
  const assignmentId = await givenRefused()
  expect(refusalOf(await askAgain(amina, { assignmentId, version: 2 }))).toBe('assign_forbidden')
  expect(refusalOf(await askAgain(elif, { assignmentId, version: 2 }))).toBe('assign_forbidden')
  expect(refusalOf(await askAgain(chen, { assignmentId, version: 1 }))).toBe('assignment_changed')
  valueIn(await answer(amina, { assignmentId, version: 2, position: 'accepted' }))
  expect(refusalOf(await askAgain(chen, { assignmentId, version: 3 }))).toBe('position_not_refused')
  valueIn(await answer(amina, { assignmentId, version: 3, ...no }))
  valueIn(await closeAssignment(chen, { id: assignmentId, closure: 'not_accepted', reason }))
  expect(refusalOf(await askAgain(chen, { assignmentId, version: 5 }))).toBe('assignment_closed')
})
