import { beforeAll, expect, test } from 'vitest'
import { timelineOf } from '@/lib/history/timeline'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { latestReportsOf } from '@/lib/reports/latest-reports'
import { reportNoChange } from '@/lib/reports/report-no-change'
import { reportProgress } from '@/lib/reports/report-progress'
import { flawInHistory, givenAssignment, givenPeople, people, traceOf, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen } = people

const begun = { progress: 'partially_implemented', narrative: 'The law has passed.' }

beforeAll(givenPeople)

async function reported(more: object = {}) {
  const { id: assignmentId } = await givenAssignment()
  await at('2026-05-03T09:00:00Z', async () =>
    valueIn(await reportProgress(amina, { ...begun, assignmentId, ...more })),
  )
  return assignmentId
}

test('that nothing has changed is a report of its own: it keeps the progress, and says since when', async () => {
  const assignmentId = await reported({ asOf: '2026-04-30' })
  const june = await at('2026-06-01T09:00:00Z', () => reportNoChange(amina, { assignmentId, version: 2 }))
  expect(june).toMatchObject({
    value: { state: 'submitted', assignment: { ...standing, reportedAt: '2026-06-01T09:00:00.000Z', version: 3 } },
  })
  const { id } = valueIn(await at('2026-07-01T09:00:00Z', () => reportNoChange(chen, { assignmentId })))

  const unchanged = { narrative: '', progress: begun.progress, unchangedSince: '2026-04-30' }
  expect((await findAssignmentInFull(bruno, assignmentId))?.reports).toMatchObject([
    { ...unchanged, id, asOf: '2026-07-01', onBehalf: true },
    { ...unchanged, asOf: '2026-06-01', onBehalf: false },
    { narrative: begun.narrative },
  ])
  expect((await latestReportsOf([assignmentId])).get(assignmentId)).toMatchObject({ unchangedSince: '2026-04-30' })
  const { entries } = await timelineOf(bruno, { subject: { type: 'assignment', id: assignmentId } })
  expect(entries[0]?.sentence).toContain('reported no change since 30 April 2026 for Ministry of Health, on its behalf')
  expect(await flawInHistory()).toBeUndefined()
})

const standing = { progress: begun.progress, status: begun.progress, verification: 'none' }

test('a double click is one report; what is new, implemented or changed since is refused without a trace', async () => {
  const assignmentId = await reported()
  const id = newId()
  for (const _ of ['click', 'second click']) valueIn(await reportNoChange(amina, { id, assignmentId }))
  expect(await db.progressReport.count({ where: { assignmentId } })).toBe(2)
  const before = await traceOf(assignmentId)
  expect(refusalOf(await reportNoChange(amina, { assignmentId }))).toBe('report_no_change_today')
  expect(refusalOf(await reportNoChange(amina, { assignmentId, version: 1 }))).toBe('assignment_changed')
  expect(refusalOf(await reportNoChange(bruno, { assignmentId }))).toBe('report_forbidden')
  expect(refusalOf(await reportNoChange(chen, { id, assignmentId }))).toBe('report_sent_before')
  expect(await traceOf(assignmentId)).toEqual(before)

  const { id: fresh } = await givenAssignment()
  expect(refusalOf(await reportNoChange(amina, { assignmentId: fresh }))).toBe('report_no_change_first')
  const done = await reported({ progress: 'implemented' })
  expect(refusalOf(await reportNoChange(amina, { assignmentId: done }))).toBe('report_no_change_implemented')
})
