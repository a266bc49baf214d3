import { daysBetween } from '@/lib/platform/clock'
import { words } from '@/lib/platform/i18n'
import { soonWithin } from '@/lib/recommendations/filters'
import type { AssignmentStatus } from '@/prisma/generated/enums'

const pending: readonly AssignmentStatus[] = ['not_started', 'in_progress', 'partially_implemented']

/** Whether a due date still matters: the work is not yet done, and not closed. */
export const isPending = (status: AssignmentStatus) => pending.includes(status)

/** How far off a due date is, as one says it on that day: "9 days overdue", "today", "in 5 days". */
export function distanceInWords(dueOn: string, today: string): { note: string; tone?: 'late' | 'soon' } {
  const days = daysBetween(today, dueOn)
  if (days < 0) return { note: words('due.overdue', { days: -days }), tone: 'late' }
  if (days === 0) return { note: words('due.today'), tone: 'soon' }
  const note = words('due.ahead', { days })
  return days <= soonWithin ? { note, tone: 'soon' } : { note }
}
