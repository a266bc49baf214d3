import { assignmentAddress } from '@/app/_addresses/assignment'
import type { Notification } from '@/lib/notifications/queries'
import { config } from '@/lib/platform/config'
import { dateInWords, t } from '@/lib/platform/i18n'

/** Returns what a notification says. */
export const notificationInWords = ({ kind, by, assignment, date, person }: Notification): string =>
  t(`notifications.kinds.${kind}`, {
    by: by?.name ?? '',
    organization: assignment?.organization ?? '',
    date: date ? dateInWords(date) : t('history.noDate'),
    person: person?.name ?? '',
    days: config.SILENT_AFTER,
  })

const forms = { claim_waits: 'review', returned: 'report', date_requested: 'decide', asked_again: 'position' } as const

/** Returns the URL at which the person can act on a notification. */
export function notificationAddress({ kind, assignment, person }: Notification): string {
  if (person) return `/people/${person.id}#owned`
  if (!assignment) return '/my-work'
  const form = kind in forms ? forms[kind as keyof typeof forms] : undefined
  return assignmentAddress(assignment.id, { form }, form && 'next')
}
