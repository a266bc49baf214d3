import 'server-only'
import { z } from 'zod'
import { type Assignment, assignmentThere } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { findReportDraft } from './report-drafts'
import { withDraft } from './save-draft'

const Discard = z.strictObject({ id: ExistingId, version: Version.optional() })

type Discarded = { id: string; state: 'discarded'; assignment: Assignment }

/**
 * Deletes a draft. With a version, deletes nothing if someone has saved the draft since. Refusals: `report_not_found`,
 * `report_draft_changed`.
 */
export async function discardReportDraft(actor: Actor, input: unknown): Promise<Result<Discarded>> {
  const parsed = Discard.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, version } = parsed.data

  const found = await findReportDraft(actor, id)
  if (!found) return notFound('report_not_found')

  const { count } = await db.reportDraft.deleteMany({ where: { id, ...(version !== undefined && { version }) } })
  const assignment = await assignmentThere(db, found.assignmentId)
  return count === 0 ? withDraft(actor, assignment) : ok({ id, state: 'discarded', assignment })
}
