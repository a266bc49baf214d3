import type { RemindedAll } from '@/lib/notifications/remindable'
import { listInWords, t } from '@/lib/platform/i18n'

const shown = 50

/** Returns how many assignments were reminded of, how many were today already, and where nobody can be notified. */
export function remindedInWords({ done, already, unreachable }: RemindedAll): string {
  const names = unreachable.slice(0, shown)
  const more = unreachable.length - names.length
  const listed = more > 0 ? [...names, t('history.more', { count: more })] : names
  return [
    t('cycle.remind.done', { count: done }),
    ...(already > 0 ? [t('cycle.remind.already', { count: already })] : []),
    ...(names.length > 0 ? [t('cycle.remind.unreachable', { organizations: listInWords(listed) })] : []),
  ].join(' ')
}
