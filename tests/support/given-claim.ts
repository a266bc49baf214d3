import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, people, valueIn } from './given'

const { amina } = people
export const claim = { progress: 'implemented', narrative: 'The act entered into force.' }

/** An assignment that its organization reported as implemented, and the report. */
export async function givenClaim(given: Parameters<typeof givenAssignment>[0] = {}, by: Actor = amina) {
  const { id: assignmentId, recommendationId } = await givenAssignment(given)
  const { id: reportId } = valueIn(await reportProgress(by, { ...claim, assignmentId }))
  return { assignmentId, recommendationId, reportId }
}

export const reviewsOf = (assignmentId: string) =>
  db.review.findMany({ where: { assignmentId }, orderBy: { decidedAt: 'asc' } })
