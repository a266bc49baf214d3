import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, people } from '../support/given'

const { amina, chen } = people

/** How often the reports of some work were tried, while it runs. */
async function attemptsDuring(work: () => Promise<unknown>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const attempts = sent.mock.calls.filter(([query]: unknown[]) => JSON.stringify(query)?.includes('report-progress'))
  sent.mockRestore()
  return attempts.length
}

test('of many reports on one assignment at once, each is written at its second attempt at the latest', async () => {
  const { id: assignmentId } = await givenAssignment()
  const ids = Array.from({ length: 40 }, () => newId())
  const report = (id: string) =>
    reportProgress(amina, { id, assignmentId, progress: 'in_progress', narrative: `Report ${id}.` })

  const attempts = await attemptsDuring(async () => {
    for (const result of await Promise.all(ids.map(report))) expect(result).toMatchObject({ ok: true })
  })

  expect(attempts).toBeGreaterThan(ids.length)
  expect(attempts).toBeLessThanOrEqual(2 * ids.length)
  expect(await db.progressReport.count({ where: { assignmentId } })).toBe(ids.length)
  const events = await db.event.findMany({ where: { subjectId: assignmentId, kind: 'assignment.reported' } })
  expect(events).toHaveLength(ids.length)
})

test('twenty programs that report on one assignment without pause are never told that the database is busy', async () => {
  const { id: assignmentId } = await givenAssignment()
  const program = async () => {
    for (let count = 0; count < 5; count++) {
      const report = { assignmentId, progress: 'in_progress', narrative: `Report ${count}.` }
      expect(await reportProgress(amina, report)).toMatchObject({ ok: true })
    }
  }

  const attempts = await attemptsDuring(() => Promise.all(Array.from({ length: 20 }, program)))

  expect(attempts).toBeLessThanOrEqual(200)
  const events = await db.event.findMany({ where: { subjectId: assignmentId, kind: 'assignment.reported' } })
  expect(events).toHaveLength(100)
})

test('a report on an assignment that is removed while it waits finds no assignment, or keeps it', async () => {
  const { id: assignmentId } = await givenAssignment()
  const report = () => reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' })

  const [removed, ...reported] = await Promise.all([
    removeAssignment(chen, { id: assignmentId }),
    ...Array.from({ length: 5 }, report),
  ])

  const expected = removed.ok ? { ok: false, code: 'assignment_not_found' } : { ok: true }
  for (const result of reported) expect(result).toMatchObject(expected)
})
