import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { requestDate } from '@/lib/assignments/request-date'
import type { Actor } from '@/lib/domain/actor'
import { type Task, type TaskKind, taskKinds } from '@/lib/overview/task-sources'
import { tasksOf } from '@/lib/overview/tasks'
import { addAction } from '@/lib/plans/add-action'
import { at } from '@/lib/platform/clock'
import { cursorOf } from '@/lib/platform/cursor'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { givenAssignment, givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { atMoment, givenAsked, givenCycle } from '../support/given-cycle'
import { givenPerson } from '../support/given-person'
import { no } from '../support/given-refused'
import { givenOrganization } from '../support/places'

const { amina, bruno, elif } = people

beforeAll(givenPeople)

const idOf = (task: Task) => {
  if ('item' in task) return task.item.assignment.id
  if ('step' in task) return task.step.id
  if ('claim' in task) return task.claim.assignment.id
  if ('request' in task) return task.request.id
  return 'found' in task ? task.found.assignment.id : task.recommendation.key
}

const listOf = async (actor: Actor, wanted = {}) =>
  (await tasksOf(actor, wanted)).items.map((task) => [task.kind, idOf(task)])

/** Somebody who coordinates and has an organization of their own, with something to do of each kind. */
async function givenEverything() {
  const organization = await givenOrganization()
  const reader = await givenPerson({ role: 'coordinator', organizationIds: [organization.id] })
  const own = (more = {}) => givenAssignment({ to: organization, ...more })
  const noBody = await givenRecommendation()
  const later = await own({ dueOn: '2032-03-01', ownerId: reader.id })
  const soon = await own({ dueOn: '2031-05-20' })
  const ownerless = await own({ ownerId: null })
  const overdue = await own({ dueOn: '2031-05-02' })
  const returned = await own({ dueOn: '2031-06-01' })
  const step = valueIn(await addAction(reader, { assignmentId: later.id, title: 'Draft the law', dueOn: '2031-05-01' }))
  const [asks, refused, claims] = [
    await givenAssignment({ dueOn: '2031-06-01' }),
    await givenAssignment(),
    await givenAssignment({ to: organizations.finance }),
  ]
  const claim = { progress: 'implemented', narrative: 'Done.' }
  await at('2031-04-01T09:00:00Z', async () => {
    const { id } = valueIn(await reportProgress(reader, { assignmentId: returned.id, ...claim }))
    valueIn(await reviewReport(elif, { reportId: id, decision: 'return', note: 'Which law?' }))
    valueIn(await answer(amina, { assignmentId: refused.id, version: 1, ...no }))
  })
  const request = await at('2031-04-02T09:00:00Z', async () =>
    valueIn(await requestDate(amina, { assignmentId: asks.id, dueOn: '2031-09-01', reason: 'A strike.' })),
  )
  await at('2031-04-03T09:00:00Z', () => reportProgress(bruno, { assignmentId: claims.id, ...claim }).then(valueIn))
  const expected = [
    ['complete', returned.id],
    ['plan', step.id],
    ['report', overdue.id],
    ['not_accepted', refused.id],
    ['decide', request.id],
    ['review', claims.id],
    ['report', soon.id],
    ['report', later.id],
    ['own', ownerless.id],
    ['assign', noBody.key],
  ]
  return { reader, expected, claims }
}

test('one list has all there is to do: returned, overdue, then by the day since which it waits or on which it is due', async () => {
  const { reader, expected, claims } = await givenEverything()
  await at('2031-05-10T09:00:00Z', async () => {
    expect(await listOf(reader)).toEqual(expected)
    expect(await listOf(elif)).toEqual([['review', claims.id]])
    const { counts, next } = await tasksOf(reader)
    expect(next).toBeNull()
    const numberOf = (kind: TaskKind) => expected.filter(([one]) => one === kind).length
    expect(counts).toEqual(
      taskKinds.filter((kind) => numberOf(kind) > 0).map((kind) => ({ kind, count: numberOf(kind), more: false })),
    )
    for (const { kind } of counts) {
      expect(await listOf(reader, { kind })).toEqual(expected.filter(([one]) => one === kind))
    }

    const seen = []
    let after: string | undefined
    do {
      const page = await tasksOf(reader, { limit: 2, after })
      expect(page.counts).toEqual(counts)
      seen.push(...page.items.map((task) => [task.kind, idOf(task)]))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(expected)

    const second = await tasksOf(reader, { limit: 2 }).then(({ next }) => next ?? undefined)
    const byCursor = await tasksOf(reader, { limit: 2, page: 2, after: second })
    const byNumber = await tasksOf(reader, { limit: 2, page: 2 })
    expect(byNumber).toEqual(byCursor)
    expect(byNumber).toMatchObject({ page: 2, before: 2, items: { length: 2 } })
    for (const page of [0, -1, 1.5, Number.NaN, 1e9, 50]) {
      expect(await tasksOf(reader, { limit: 2, page })).toMatchObject({ page: 1, before: 0 })
    }
    for (const nowhere of ['x', cursorOf('tasks', [1, null, null, null, null, null])]) {
      expect(await listOf(reader, { after: nowhere })).toEqual(expected)
    }
  })
})

test('what the organization does not accept waits for a coordinator, and is still counted as unfinished', async () => {
  const organization = await givenOrganization()
  const reader = await givenPerson({ organizationIds: [organization.id] })
  const overdue = await givenAssignment({ to: organization, dueOn: '2031-05-02', ownerId: null })
  const open = await givenAssignment({ to: organization, dueOn: '2031-06-02' })
  const work = () => at('2031-05-10T09:00:00Z', () => tasksOf(reader))
  expect((await work()).items.map(idOf)).toEqual([overdue.id, open.id])

  valueIn(await answer(reader, { assignmentId: overdue.id, version: 1, ...no }))
  const { items, counts, work: counted } = await work()
  expect(items.map(idOf)).toEqual([open.id])
  expect(counts).toEqual([{ kind: 'report', count: 1, more: false }])
  expect(counted).toMatchObject({ total: 1, own: [{ pending: 2, overdue: 1 }] })
})

test('what a reporting cycle asks for counts from the day on which it closes, if that comes before the due date', async () => {
  const { document, health } = await givenAsked({ dueOn: '2099-01-31' })
  await givenCycle({ document, opensOn: '2098-06-01', closesOn: '2098-06-30' })
  const early = await givenAssignment({ dueOn: '2098-12-31' })
  const work = () =>
    atMoment('2098-06-02T09:00:00Z', async () =>
      (await listOf(amina)).map(([, id]) => id).filter((id) => id === health || id === early.id),
    )
  expect(await work()).toEqual([health, early.id])
  await atMoment('2098-06-02T08:00:00Z', () =>
    reportProgress(amina, { assignmentId: health, progress: 'in_progress', narrative: 'A draft exists.' }).then(
      valueIn,
    ),
  )
  expect(await work()).toEqual([early.id, health])
})
