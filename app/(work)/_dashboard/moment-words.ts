import { dayOf, daysAfter } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { momentInWords, t, timeInWords } from '@/lib/platform/i18n'

/** Returns how to refer to a moment on this day. */
export function since(moment: Date, today: string) {
  const day = dayOf(moment)
  const time = timeInWords(moment, config.TIME_ZONE)
  if (day === today) return t('dashboard.today', { time })
  if (day === daysAfter(today, -1)) return t('dashboard.yesterday', { time })
  return momentInWords(moment, config.TIME_ZONE)
}
