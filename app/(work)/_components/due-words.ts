import type { ShownDue } from '@/app/_ui/due'
import type { Assignment } from '@/lib/domain/answers'
import { distanceInWords } from '@/lib/domain/due-dates'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { isPending } from '@/lib/domain/statuses'
import { dateInWords, t } from '@/lib/platform/i18n'

/** The due date that was set first, where another one holds now: "originally 30 June 2026". */
export const originallyInWords = ({ dueOn, originalDueOn }: Pick<Assignment, 'dueOn' | 'originalDueOn'>) =>
  originalDueOn && originalDueOn !== dueOn
    ? t('one.assignments.firstSet', { date: dateInWords(originalDueOn) })
    : undefined

export type Dated = Pick<Assignment, 'dueOn' | 'status' | 'progress' | 'reportedImplemented'>

/** When an assignment is due and how far off that is, in words; once it is implemented, how late it was reported. */
export function shownDue(assignment: Dated, today: string): ShownDue | undefined {
  const { dueOn, status } = assignment
  const late = reportedLateInWords(assignment)
  if (!dueOn) {
    if (late) return { note: late, tone: 'late' }
    return isPending(status) ? { note: t('list.noDate'), tone: 'quiet' } : undefined
  }
  const distance = isPending(status) ? distanceInWords(dueOn, today) : late && ({ note: late, tone: 'late' } as const)
  return { date: dateInWords(dueOn), ...distance }
}
