import 'server-only'
import { z } from 'zod'
import { findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { notFound, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { findReportDraft } from './report-drafts'
import { reportProgress } from './report-progress'
import { type Reported, submitted } from './sent-report'

const Submit = z.strictObject({
  id: ExistingId,
  /** The version of the draft that the person saw. */
  version: Version.optional(),
})

/** Submits a draft as a report. Repeated by the same person, it succeeds. Refusals: `report_not_found`, and those of `reportProgress`. */
export async function submitReportDraft(actor: Actor, input: unknown): Promise<Result<Reported>> {
  const parsed = Submit.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data

  const found = await findReportDraft(actor, id)
  if (!found) return submittedBefore(actor, id)

  const { draft, assignmentId } = found
  const { savedBy: _by, savedAt: _at, version, ...typed } = draft
  const seen = parsed.data.version ?? version
  return reportProgress(actor, { ...typed, assignmentId }, { version: seen })
}

/** Returns the report that the person submitted before with this ID. */
async function submittedBefore(actor: Actor, id: string): Promise<Result<Reported>> {
  const report = await db.progressReport.findFirst({
    where: { id, authorId: actor.id },
    select: { assignmentId: true },
  })
  const found = report && (await findAssignment(actor, report.assignmentId))
  return found ? unchanged(submitted(id, found.assignment)) : notFound('report_not_found')
}
