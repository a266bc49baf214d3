import { daysBetween } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'

/** What falls due within so many days is due soon. */
export const soonWithin = 30

/** How far off a due date is, as one says it on that day: "9 days overdue", "today", "in 5 days". */
export function distanceInWords(dueOn: string, today: string): { note: string; tone?: 'late' | 'soon' } {
  const days = daysBetween(today, dueOn)
  if (days < 0) return { note: t('due.overdue', { days: -days }), tone: 'late' }
  if (days === 0) return { note: t('due.today'), tone: 'soon' }
  const note = t('due.ahead', { days })
  return days <= soonWithin ? { note, tone: 'soon' } : { note }
}
