import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import type { Actor } from '@/lib/domain/actor'
import { statusOf } from '@/lib/domain/statuses'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { flawInHistory, givenPeople, givenRecommendation, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { amina, chen, faisal } = people

beforeAll(givenPeople)

/** A recommendation that twenty organizations owe, all with one focal point. */
async function givenTwentyOwing() {
  const { id, key } = await givenRecommendation()
  const organizations = await Promise.all(Array.from({ length: 20 }, () => givenOrganization()))
  const { made } = valueIn(
    await assignParties(chen, { key, parties: organizations.map(({ slug }) => ({ organization: slug })) }),
  )
  await db.membership.createMany({ data: organizations.map((one) => ({ userId: amina.id, organizationId: one.id })) })
  const focalPoint: Actor = { ...amina, organizationIds: organizations.map((one) => one.id) }
  return made.map((assignment) => ({ id, key, assignmentId: assignment.id, focalPoint }))
}

const done = { progress: 'implemented', narrative: 'Done, and tested.' } as const

test('of fifty who write on one recommendation at once, history has every change that was accepted, and no other', async () => {
  const owing = await givenTwentyOwing()
  const [{ id: recommendationId, key } = { id: '', key: '' }] = owing
  const before = await db.event.count()
  const notes = Array.from({ length: 15 }, () => newId())
  const dates = owing.slice(0, 10)

  const writers: { subjectId: string; kind: string; work: () => Promise<Result<unknown>> }[] = [
    ...owing.map(({ assignmentId, focalPoint }) => ({
      subjectId: assignmentId,
      kind: 'assignment.reported',
      work: () => reportProgress(focalPoint, { ...done, assignmentId, version: 1 }),
    })),
    ...dates.map(({ assignmentId }) => ({
      subjectId: assignmentId,
      kind: 'assignment.changed',
      work: () => changeAssignment(faisal, { id: assignmentId, version: 1, dueOn: '2027-06-30' }),
    })),
    ...notes.map((id) => ({
      subjectId: id,
      kind: 'annotation.added',
      work: () => annotate(amina, { id, key, body: 'A note.' }),
    })),
    ...Array.from({ length: 5 }, (_, turn) => ({
      subjectId: recommendationId,
      kind: 'recommendation.edited',
      work: () => editRecommendation(chen, { key, version: 1, title: `Title ${turn}` }),
    })),
  ]
  expect(writers).toHaveLength(50)
  const results = await Promise.all(writers.map(({ work }) => work()))

  const accepted = writers.filter((_, place) => results[place]?.ok)
  for (const result of results) if (!result.ok) expect(result.reason).toBe('conflict')
  const events = await db.event.findMany({ where: { seq: { gt: before } }, orderBy: { seq: 'asc' } })
  const told = ({ subjectId, kind }: { subjectId: string; kind: string }) => `${kind} ${subjectId}`
  expect(events.map(told).sort()).toEqual(accepted.map(told).sort())
  expect(events).toHaveLength(accepted.length)
  expect(await flawInHistory()).toBeUndefined()

  const count = (kind: string) => accepted.filter((writer) => writer.kind === kind).length
  expect(count('annotation.added')).toBe(15)
  expect(count('recommendation.edited')).toBe(1)
  // Of a report and a due date on the same version of one assignment, whoever came second was told.
  expect(count('assignment.reported') + count('assignment.changed')).toBe(20)
  const row = await db.recommendation.findUniqueOrThrow({
    where: { id: recommendationId },
    include: { assignments: { include: { reports: true } }, annotations: true },
  })
  expect(row).toMatchObject({ version: 2, openCount: 20, implementedCount: count('assignment.reported') })
  expect(row.annotations).toHaveLength(15)
  expect(row.assignments.flatMap(({ reports }) => reports)).toHaveLength(count('assignment.reported'))
  expect(row.assignments.map(({ version }) => version)).toEqual(row.assignments.map(() => 2))
  expect(row.status).toBe(statusOf({ ...row, assignments: row.assignments.map(({ status }) => status) }))
})
