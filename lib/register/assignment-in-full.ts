import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { shownPast } from '@/lib/platform/shown-day'
import { findReportDraftOf, type ReportDraft } from '@/lib/reports/report-drafts'
import { type AssignmentView, findAssignmentView } from './assignment-view'
import { nextSteps, type Step } from './next-steps'

/** The number of reports in a response of the API, the newest ones. */
const mostReports = 500

/** An assignment in full, in the shape of the API: its recommendation and its reports, the newest first. */
export type AssignmentInFull = Assignment &
  Pick<
    AssignmentView,
    'recommendation' | 'closing' | 'reports' | 'dates' | 'cycles' | 'answers' | 'plan' | 'evidence' | 'lastReminder'
  > & {
    /** The draft of a report, if there is one that the reader may see. */
    draft?: ReportDraft
    /** The steps that the reader can take now. */
    next: Step[]
  }

export async function findAssignmentInFull(actor: Actor, id: string): Promise<AssignmentInFull | undefined> {
  const view = await findAssignmentView(actor, id, { limit: mostReports })
  if (!view) return undefined
  // A draft is what somebody types now.
  const draft = shownPast() ? undefined : await findReportDraftOf(actor, id)
  const { assignment, recommendation, closing, reports, dates, cycles, answers, plan, evidence, lastReminder } = view
  return {
    ...assignment,
    recommendation,
    ...(closing && { closing }),
    ...(draft && { draft }),
    reports: reports.toReversed(),
    dates,
    ...(cycles && { cycles }),
    answers,
    plan,
    evidence,
    ...(lastReminder && { lastReminder }),
    next: nextSteps(actor, view),
  }
}
