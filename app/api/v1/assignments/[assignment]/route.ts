import { getRouteAsOf, noQuery, updateRoute } from '@/app/api/v1/edge'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'

type Path = { assignment: string }

const fromPath = ({ assignment }: Path) => ({ id: assignment })

export const GET = getRouteAsOf(noQuery, async (actor, _, { assignment }: Path) => {
  const one = await findAssignmentInFull(actor, assignment)
  return respond(one ? ok(one) : await whyMissing(actor, assignment))
})

/** Returns why there is no such assignment. After a merge, `current` is the assignment that replaces it. */
async function whyMissing(actor: Actor, id: string) {
  const removed = await findRemovedAssignment(actor, id)
  if (!removed?.merged) return notFound(removed ? 'assignment_was_removed' : 'assignment_not_found')
  const { organization, merged } = removed
  const current = merged.assignment ? await findAssignmentInFull(actor, merged.assignment) : undefined
  return notFound('assignment_was_merged', { organization, into: merged.name }, current)
}

/** `{ owner?, dueOn?, reason?, correction?, confirmPast?, role?, version }` */
export const PATCH = updateRoute(changeAssignment, fromPath)

/** Returns the assignment as it was. */
export const DELETE = updateRoute(removeAssignment, fromPath)
