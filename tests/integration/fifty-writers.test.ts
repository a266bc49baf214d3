import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { verifyHistory } from '@/lib/history/verify'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { statusOf } from '@/lib/recommendations/status'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'

const { amina, bruno, chen } = people

test('of fifty who write on one recommendation at once, history has every change that was accepted, and no other', async () => {
  const { id, key, version } = await givenRecommendation()
  const health = valueIn(await assign(chen, { key, organization: organizations.health.slug }))
  const finance = valueIn(await assign(chen, { key, organization: organizations.finance.slug }))
  const before = await db.event.count()

  const steps = ['in_progress', 'partially_implemented', 'implemented'] as const
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, turn) => {
      const said = { progress: steps[turn % 3], narrative: `For the ${turn}th time.` }
      if (turn % 5 === 0) return editRecommendation(chen, { key, title: `Title ${turn}`, version })
      if (turn % 5 === 1) return reportProgress(amina, { ...said, assignmentId: health.id })
      if (turn % 5 === 2) return reportProgress(bruno, { ...said, assignmentId: finance.id })
      return annotate(chen, { key, body: `Note ${turn}.` })
    }),
  )

  const accepted = results.filter(({ ok }) => ok)
  const refused = results.flatMap((result) => (result.ok ? [] : [result.reason]))
  expect(refused.every((reason) => reason === 'conflict')).toBe(true)
  expect(await db.event.count()).toBe(before + accepted.length)
  expect(await verifyHistory()).toEqual({ ok: true, events: before + accepted.length })

  const row = await db.recommendation.findUniqueOrThrow({
    where: { id },
    include: { assignments: { include: { reports: true } }, annotations: true },
  })
  const reports = row.assignments.flatMap((one) => one.reports)
  const edits = row.version - version
  expect(edits).toBe(1)
  expect(row.annotations).toHaveLength(20)
  expect(edits + reports.length + row.annotations.length).toBe(accepted.length)
  expect(row.status).toBe(statusOf({ ...row, assignments: row.assignments.map(({ status }) => status) }))
  for (const { version, reports } of row.assignments) expect(version).toBe(1 + reports.length)
})
