import { daysBetween } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'

/** The number of days before its due date from which an assignment is due soon. */
export const soonWithin = 30

/** Returns how far a due date is from today, in words: "9 days overdue", "today", "in 5 days". */
export function distanceInWords(dueOn: string, today: string): { note: string; tone?: 'late' | 'soon' } {
  const days = daysBetween(today, dueOn)
  if (days < 0) return { note: t('due.overdue', { days: -days }), tone: 'late' }
  if (days === 0) return { note: t('due.today'), tone: 'soon' }
  const note = t('due.ahead', { days })
  return days <= soonWithin ? { note, tone: 'soon' } : { note }
}
