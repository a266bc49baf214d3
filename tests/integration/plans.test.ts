import { beforeAll, expect, test } from 'vitest'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { hashed } from '@/lib/history/events'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
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
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, chen, faisal } = people
const draft = { title: 'Draft the law', responsible: 'Legal unit', startsOn: '2026-12-01', dueOn: '2027-03-01' }

beforeAll(givenPeople)

const planOf = async (id: string) => (await findAssignmentInFull(chen, id))?.plan ?? []

/** An assignment with a plan of these steps. */
async function givenPlan(...titles: string[]) {
  const { id: assignmentId } = await givenAssignment()
  const steps: string[] = []
  for (const title of titles) steps.push(valueIn(await addAction(amina, { assignmentId, title })).id)
  return { assignmentId, steps, first: steps[0] ?? '' }
}

test('a step has a title, who is responsible and its dates, and history has the hashes of its texts', async () => {
  const { id: assignmentId } = await givenAssignment()
  const id = newId()
  const added = await at('2026-11-24T09:00:00Z', () => addAction(amina, { id, assignmentId, ...draft }))

  const step = { id, ...draft, position: 1, originalDueOn: '2027-03-01', state: 'planned', version: 1 }
  expect(added).toMatchObject({ value: step })
  expect(await planOf(assignmentId)).toEqual([step])
  const { titleId, responsibleId } = await db.action.findUniqueOrThrow({ where: { id } })
  const textOf = async (of: string | null) => {
    const { id, text, salt } = await db.reason.findUniqueOrThrow({ where: { id: of ?? '' } })
    return hashed(id, text, salt)
  }
  expect((await traceOf(assignmentId)).events.at(-1)).toMatchObject({
    kind: 'assignment.action_added',
    actorId: amina.id,
    body: {
      before: null,
      after: {
        action: { id, position: 1, titleId, responsibleId, dueOn: '2027-03-01', state: 'planned' },
        title: await textOf(titleId),
        responsible: await textOf(responsibleId),
        onBehalf: false,
      },
    },
  })
  expect(await flawInHistory()).toBeUndefined()
})

test('a changed step keeps its first due date and its earlier wordings, and says what changed', async () => {
  const { id: assignmentId } = await givenAssignment()
  const { id } = valueIn(await addAction(amina, { assignmentId, ...draft }))
  const change = { id, version: 1, title: 'Draft the bill', dueOn: '2027-06-01', responsible: null }
  expect(await changeAction(chen, change)).toMatchObject({
    value: { title: 'Draft the bill', dueOn: '2027-06-01', originalDueOn: '2027-03-01', version: 2 },
  })
  const [step] = await planOf(assignmentId)
  expect(step).not.toHaveProperty('responsible')
  const { body } = (await traceOf(assignmentId)).events.at(-1) ?? {}
  expect(body).toMatchObject({
    before: { action: { id, dueOn: '2027-03-01' } },
    after: { action: { id, dueOn: '2027-06-01', responsibleId: null }, onBehalf: true },
  })
  expect(body).not.toHaveProperty('after.action.state')
  const versions = await db.actionVersion.findMany({ where: { id }, orderBy: { validFrom: 'asc' } })
  expect(versions).toHaveLength(2)
  const titles = await db.reason.findMany({ where: { id: { in: versions.map(({ titleId }) => titleId) } } })
  expect(titles.map(({ text }) => text).toSorted()).toEqual(['Draft the bill', 'Draft the law'])
  expect(await flawInHistory()).toBeUndefined()

  valueIn(await changeAction(amina, { id, version: 2, dueOn: null, startsOn: null }))
  expect((await planOf(assignmentId))[0]).toMatchObject({ originalDueOn: '2027-03-01', version: 3 })
})

test('what is done has a day, today if nothing else is said; what is not done any more has none', async () => {
  const { assignmentId, first } = await givenPlan('Draft the law')
  const done = { id: first, version: 1, state: 'done' }
  expect(await at('2026-11-24T09:00:00Z', () => changeAction(amina, done))).toMatchObject({
    value: { state: 'done', doneOn: '2026-11-24' },
  })
  valueIn(await changeAction(amina, { id: first, version: 2, doneOn: '2026-11-20' }))
  const again = { id: first, version: 3, state: 'under_way', doneOn: '2026-11-20' }
  expect(valueIn(await changeAction(amina, again))).not.toHaveProperty('doneOn')
  expect(await planOf(assignmentId)).toMatchObject([{ state: 'under_way', version: 4 }])
})

test('steps move up and down, and only the moved one has a new version', async () => {
  const { assignmentId, steps, first } = await givenPlan('A', 'B', 'C')
  const titles = async () => (await planOf(assignmentId)).map(({ title }) => title).join('')
  valueIn(await changeAction(amina, { id: first, version: 1, position: 2 }))
  expect(await titles()).toBe('BAC')
  valueIn(await changeAction(amina, { id: steps[2], version: 1, position: 1 }))
  expect(await titles()).toBe('CBA')
  valueIn(await changeAction(amina, { id: steps[2], version: 2, position: 99 }))
  expect(await titles()).toBe('BAC')
  expect(await planOf(assignmentId)).toMatchObject([
    { title: 'B', position: 1, version: 1 },
    { title: 'A', position: 2, version: 2 },
    { title: 'C', position: 3, version: 3 },
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('a double click is one step, and a step that stands so already is no change', async () => {
  const { id: assignmentId } = await givenAssignment()
  const click = { id: newId(), assignmentId, ...draft }
  const clicking = () => addAction(amina, click)
  expect(await atOnce('assignments', assignmentId, clicking, clicking)).toMatchObject([{ ok: true }, { ok: true }])
  valueIn(await changeAction(amina, { id: click.id, version: 1, title: 'Another title', state: 'under_way' }))
  expect(await addAction(amina, click)).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await addAction(amina, { ...click, title: 'Other' }))).toBe('action_sent_before')
  expect(refusalOf(await addAction(chen, click))).toBe('action_sent_before')
  expect(await changeAction(amina, { id: click.id, version: 1, state: 'under_way' })).toMatchObject({ changed: false })
  expect(await planOf(assignmentId)).toHaveLength(1)
})

test('a plan has at most 100 steps', async () => {
  const { id: assignmentId } = await givenAssignment()
  const { id: titleId } = await givenReason()
  await db.action.createMany({
    data: Array.from({ length: 100 }, (_, at) => ({
      ...{ id: newId(), assignmentId, position: at + 1, titleId, createdAt: new Date() },
    })),
  })
  expect(refusalOf(await addAction(amina, { assignmentId, title: 'One more' }))).toBe('plan_full')
  await db.actionVersion.deleteMany({ where: { assignmentId } })
})

test('a plan is work: its assignment is not removed, and goes with its organization in a merge', async () => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const of = await givenRecommendation()
  const { id: assignmentId } = await givenAssignment({ of, to: from })
  await givenAssignment({ of, to: into })
  valueIn(await addAction(chen, { assignmentId, title: 'Draft the law' }))
  expect(refusalOf(await removeAssignment(chen, { id: assignmentId }))).toBe('assignment_has_work')

  valueIn(await mergeOrganization(faisal, { slug: from.slug, into: into.slug }))
  const { organizationId } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  expect(organizationId).toBe(into.id)
  expect(await planOf(assignmentId)).toHaveLength(1)
})

test('the database refuses to delete a step and to change its first due date', async () => {
  const { id: assignmentId } = await givenAssignment()
  const { id } = valueIn(await addAction(amina, { assignmentId, ...draft }))
  const set = (data: object) => db.action.update({ where: { id }, data })
  await expect(db.action.delete({ where: { id } })).rejects.toThrow('actions_stay')
  await expect(set({ originalDueOn: new Date('2027-01-01') })).rejects.toThrow('due_quietly')
  await expect(set({ state: 'done' })).rejects.toThrow('actions_done')
  await expect(set({ startsOn: new Date('2028-01-01') })).rejects.toThrow('actions_days')
})
