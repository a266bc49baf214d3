import 'server-only'
import { type Assignment, assignmentThere } from '@/lib/assignments/queries'
import { isNamedBy } from '@/lib/evidence/name-evidence'
import { dayOf } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { conflict, unchanged } from '@/lib/platform/result'
import type { Progress } from '@/prisma/generated/enums'

export type Reported = { id: string; state: 'submitted'; assignment: Assignment }

export const submitted = (id: string, assignment: Assignment): Reported => ({ id, state: 'submitted', assignment })

type Report = {
  id: string
  assignmentId: string
  progress: Progress
  narrative: string
  asOf?: string | undefined
  corrects?: string | undefined
  evidence?: readonly string[] | undefined
}

/**
 * Returns the response if the report's ID was used before. A double click or a reload adds no second report, whatever
 * happened to the assignment since; a different text is a conflict. Returns nothing if there is no such report.
 */
export async function answerForExistingReport(actor: { id: string }, report: Report) {
  const { id, assignmentId, progress, narrative, asOf, corrects, evidence } = report
  const sent = await db.progressReport.findUnique({ where: { id } })
  if (!sent) return undefined

  const current = await assignmentThere(db, assignmentId)
  const day = asOf ?? dayOf(sent.submittedAt ?? sent.asOf)
  const same =
    sent.authorId === actor.id &&
    sent.assignmentId === assignmentId &&
    sent.progress === progress &&
    sent.narrative === narrative &&
    sent.correctsId === (corrects ?? null) &&
    sent.asOf.toISOString().startsWith(day) &&
    (evidence === undefined || (await isNamedBy(id, evidence)))
  return same ? unchanged(submitted(id, current)) : conflict('report_sent_before', current)
}
