import type { StatusName } from '@/app/_ui/status'
import { isUnfinished } from '@/lib/plans/late-step'
import type { Action } from '@/lib/plans/queries'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import type { ActionState } from '@/prisma/generated/enums'

/** The shape of the status that the state of a step is like. */
export const markOf: Record<ActionState, StatusName> = {
  planned: 'not_started',
  under_way: 'in_progress',
  done: 'implemented',
  dropped: 'closed',
}

/** Returns the first due date of a step if the current one differs. */
const firstDueInWords = ({ dueOn, originalDueOn }: Action) =>
  originalDueOn && originalDueOn !== dueOn ? t('plan.first', { date: dateInWords(originalDueOn) }) : undefined

/** Returns what is said below the due date of a step: its first one, and that it is after that of the assignment. */
export function dueRemarks(step: Action, assignmentDue: string | undefined): string[] {
  const first = firstDueInWords(step)
  const beyond = isUnfinished(step) && step.dueOn && assignmentDue && step.dueOn > assignmentDue
  return [...(first ? [first] : []), ...(beyond ? [t('plan.beyond', { date: dateInWords(assignmentDue) })] : [])]
}

/** Returns that steps of the plan are not finished, with their titles. */
export const unfinishedInWords = (steps: Action[]) =>
  t('reportDraft.unfinished', {
    count: steps.length,
    steps: listInWords(steps.map(({ title }) => title || t('recommendation.assignments.erased'))),
  })
