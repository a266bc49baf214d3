import type { Answer } from './answers'
import type { AssignmentView } from './assignment-view'
import type { DateChange } from './date-changes'
import type { Report } from './reports'

/** Something that happened on an assignment, in the words of those who did it. `at` decides its place in the list. */
export type Activity = { id: string; at: string } & (
  | { kind: 'report'; report: Report }
  | { kind: 'position'; answer: Answer }
  | { kind: 'date'; change: DateChange }
)

type Part = Pick<AssignmentView, 'reports' | 'olderReportAt' | 'dates' | 'answers'>

/**
 * Returns the reports of a page with the positions and the changes of the due date from the same time, the newest first.
 * Each of those is on one page: the one with the report before it. `newest` says that no page is newer.
 */
export function activityIn({ reports, olderReportAt = '', dates, answers }: Part, newest: boolean): Activity[] {
  const until = newest ? undefined : reports.at(-1)?.submittedAt
  const ofReports = reports.toReversed().map((report): Activity => {
    return { kind: 'report', id: report.id, at: report.submittedAt, report }
  })
  const others = [
    ...answers.map((answer): Activity => ({ kind: 'position', id: answer.id, at: answer.at, answer })),
    ...dates.map(
      (change): Activity => ({ kind: 'date', id: change.id, at: change.decidedAt ?? change.askedAt, change }),
    ),
  ]
  const ofPage = others.filter(({ at }) => at >= olderReportAt && (until === undefined || at < until))
  // The sort is stable: of reports at one moment, the one that was written last stays first.
  return [...ofReports, ...ofPage].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
