import { assignmentAddress } from '@/app/_addresses/assignment'
import type { Notification } from '@/lib/notifications/queries'

const forms = { claim_waits: 'review', returned: 'report', date_requested: 'decide', asked_again: 'position' } as const

/** Returns the URL at which the person can act on a notification. */
export function notificationAddress({ kind, assignment, person }: Notification): string {
  if (person) return `/people/${person.id}#owned`
  if (!assignment) return '/my-work'
  const form = kind in forms ? forms[kind as keyof typeof forms] : undefined
  return assignmentAddress(assignment.id, { form }, form && 'next')
}
