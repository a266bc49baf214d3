import { assignmentAddress } from '@/app/_addresses/assignment'
import { cycleAddress } from '@/app/_addresses/cycle'
import { personAddress } from '@/app/_addresses/person'
import { annotationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import type { Notification } from '@/lib/notifications/queries'

const forms = { claim_waits: 'review', returned: 'report', date_requested: 'decide', asked_again: 'position' } as const

/** The kinds that are about a report. */
const ofReports: readonly string[] = [
  'mentioned',
  'followed_report',
  'followed_review',
] satisfies Notification['kind'][]

/** Returns the URL at which the person can act on a notification. */
export function notificationAddress({
  kind,
  assignment,
  annotation,
  recommendation,
  person,
  cycle,
}: Notification): string {
  if (person) return personAddress(person.id, {}, 'owned')
  if (cycle) return cycleAddress(cycle.id)
  if (assignment) {
    const form = kind in forms ? forms[kind as keyof typeof forms] : undefined
    return assignmentAddress(assignment.id, { form }, form ? 'next' : ofReports.includes(kind) ? 'reports' : undefined)
  }
  if (!recommendation) return '/my-work'
  return annotation ? annotationAddress(recommendation.key, annotation.id) : recommendationPath(recommendation.key)
}
