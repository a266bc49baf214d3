import type { ShownDue } from '@/app/_ui/due'
import type { UnansweredCycle } from '@/lib/cycles/cycle-rules-sql'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { distanceInWords } from '@/lib/domain/due-dates'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { isPending } from '@/lib/domain/statuses'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { WaitingDate } from '@/lib/register/date-changes'

/** Returns the first due date if the current one differs: "originally 30 June 2026". */
export const originallyInWords = ({ dueOn, originalDueOn }: Pick<Assignment, 'dueOn' | 'originalDueOn'>) =>
  originalDueOn && originalDueOn !== dueOn
    ? t('recommendation.assignments.firstSet', { date: dateInWords(originalDueOn) })
    : undefined

type Remarkable = {
  assignment: Pick<Assignment, 'dueOn' | 'originalDueOn'>
  requested?: WaitingDate
  cycles?: readonly UnansweredCycle[]
}

/**
 * Returns remarks on the dates of an assignment: the first due date if the current one differs, a requested one, and what
 * reporting cycles ask for.
 */
export function remarksOnDate({ assignment, requested, cycles = [] }: Remarkable): string[] {
  const originally = originallyInWords(assignment)
  return [
    ...(originally ? [originally] : []),
    ...(requested ? [t('dates.asked', { date: dateInWords(requested.dueOn) })] : []),
    ...cycles.map(askedInWords),
  ]
}

/** Returns what a reporting cycle asks for: "Asked for a report by 30 June 2026 (Mid-year 2026)". */
export const askedInWords = ({ asks, closesOn, name }: UnansweredCycle) =>
  t('cycle.asked', { asks, date: dateInWords(closesOn), name })

export type Dated = Pick<Assignment, 'dueOn' | 'status' | 'progress' | 'reportedImplemented'>

/** Returns when an assignment is due and how far away that is or, once it is implemented, how late it was reported. */
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
