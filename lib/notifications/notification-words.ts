import { config } from '@/lib/platform/config'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Notification } from './queries'

/** Returns what a notification says, in the language of the request. */
export const notificationInWords = ({ kind, how, by, assignment, date, cycle, person }: Notification): string =>
  t(`notifications.kinds.${kind}`, {
    by: by?.name ?? '',
    organization: assignment?.organization ?? '',
    whole: assignment ? 'no' : 'yes',
    how: how ?? 'plain',
    due: date ? dateInWords(date) : 'none',
    date: date ? dateInWords(date) : t('history.noDate'),
    cycle: cycle?.name ?? '',
    asks: cycle?.asks ?? '',
    person: person?.name ?? '',
    days: config.SILENT_AFTER,
  })
