import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Result } from '@/lib/platform/result'
import { reportProgress } from './report-progress'
import { type SavedDraft, saveReportDraft } from './save-draft'
import type { Reported } from './sent-report'

const Draft = z.looseObject({ draft: z.literal(true) })

/** Submits a report or, with `draft: true`, begins a draft of one. */
export function addReport(actor: Actor, input: unknown): Promise<Result<Reported | SavedDraft>> {
  const parsed = Draft.safeParse(input)
  if (!parsed.success) return reportProgress(actor, input)
  const { draft: _draft, ...fields } = parsed.data
  return saveReportDraft(actor, fields)
}
