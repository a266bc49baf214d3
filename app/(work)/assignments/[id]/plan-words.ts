import type { StatusName } from '@/app/_ui/status'
import type { Action } from '@/lib/plans/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { ActionState } from '@/prisma/generated/enums'

/** The shape of the status that the state of a step is like. */
export const markOf: Record<ActionState, StatusName> = {
  planned: 'not_started',
  under_way: 'in_progress',
  done: 'implemented',
  dropped: 'closed',
}

/** Returns the first due date of a step if the current one differs. */
export const firstDueInWords = ({ dueOn, originalDueOn }: Action) =>
  originalDueOn && originalDueOn !== dueOn ? t('plan.first', { date: dateInWords(originalDueOn) }) : undefined
