import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { cursors } from '@/lib/platform/cursor'
import { shownPast } from '@/lib/platform/shown-day'
import { bytesOf, mostInAnswer } from '@/lib/platform/split-rows'
import { findReportDraftOf, type ReportDraft } from '@/lib/reports/report-drafts'
import { type AssignmentView, findAssignmentView } from './assignment-view'
import { nextSteps, type Step } from './next-steps'

/** The largest number of reports in an answer of the API. */
const mostReports = 100

/** The lists of an assignment that can be long, in the order in which answers fill them. */
const lists = ['reports', 'answers', 'dates', 'evidence'] as const
type List = (typeof lists)[number]

/** The place after which an answer continues: a list, and the number of its rows before that place. */
export const assignmentPartCursors = cursors('assignment-parts', z.tuple([z.enum(lists), z.int().min(0)]))

/** An assignment in full, in the shape of the API: its recommendation and its reports, the newest first. */
export type AssignmentInFull = Assignment &
  Pick<AssignmentView, List | 'recommendation' | 'imported' | 'closing' | 'cycles' | 'plan' | 'lastReminder'> & {
    /** The draft of a report, if there is one that the reader may see. */
    draft?: ReportDraft
    /** The steps that the reader can take now. */
    next: Step[]
    /** The cursor of the answer with the rest of the lists. */
    nextParts: string | null
  }

/**
 * Returns an assignment with as much of its reports, positions, dates and evidence as one answer takes, after those that
 * the cursor `after` has read.
 */
export async function findAssignmentInFull(
  actor: Actor,
  id: string,
  after?: string,
): Promise<AssignmentInFull | undefined> {
  const [list, from] = assignmentPartCursors.read(after) ?? ['reports', 0]
  const newer = list === 'reports' ? from : 0
  const view = await findAssignmentView(actor, id, { limit: mostReports, newer })
  if (!view) return undefined
  // A draft is what somebody types now.
  const draft = shownPast() ? undefined : await findReportDraftOf(actor, id)
  const { assignment, recommendation, imported, closing, cycles, plan, lastReminder } = view
  return {
    ...assignment,
    recommendation,
    ...(imported && { imported }),
    ...(closing && { closing }),
    ...(draft && { draft }),
    ...(cycles && { cycles }),
    plan,
    ...(lastReminder && { lastReminder }),
    ...partsOfView(view, list, from),
    next: nextSteps(actor, view),
  }
}

type Parts = Pick<AssignmentInFull, List | 'nextParts'>

/** Returns the lists of an assignment from a place on, as far as they fit. */
function partsOfView({ reportCount, ...view }: AssignmentView, first: List, from: number): Parts {
  const parts: Parts = { reports: [], answers: [], dates: [], evidence: [], nextParts: null }
  const rows = { ...view, reports: view.reports.toReversed() }
  let bytes = 0
  for (const list of lists.slice(lists.indexOf(first))) {
    const start = list === first ? from : 0
    // Of the reports, only those from the place on were read.
    const rest: readonly unknown[] = list === 'reports' ? rows.reports : rows[list].slice(start)
    const into: unknown[] = parts[list]
    for (const row of rest) {
      bytes += bytesOf(row)
      if (bytes > mostInAnswer && into.length > 0) break
      into.push(row)
    }
    const place = start + into.length
    const count = list === 'reports' ? reportCount : rows[list].length
    if (place < count) return { ...parts, nextParts: assignmentPartCursors.after([list, place]) }
  }
  return parts
}
