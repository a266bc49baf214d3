import { getRoute, noQuery, updateRoute } from '@/app/api/v1/edge'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { respond } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'
import { findAssignmentInFull } from '@/lib/register/assignment-view'

type Path = { assignment: string }

const fromPath = ({ assignment }: Path) => ({ id: assignment })

export const GET = getRoute(noQuery, async (actor, _, { assignment }: Path) => {
  const one = await findAssignmentInFull(actor, assignment)
  const removed = one === undefined && (await findRemovedAssignment(actor, assignment))
  return respond(found(one, removed ? 'assignment_was_removed' : 'assignment_not_found'))
})

/** `{ owner?, dueOn?, role?, version }` */
export const PATCH = updateRoute(changeAssignment, fromPath)

/** Returns the assignment as it was. */
export const DELETE = updateRoute(removeAssignment, fromPath)
