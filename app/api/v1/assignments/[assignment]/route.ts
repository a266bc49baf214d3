import { z } from 'zod'
import { getRouteAsOf, parseQuery, updateRoute } from '@/app/api/v1/edge'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'
import { assignmentPartCursors, findAssignmentInFull } from '@/lib/register/assignment-in-full'

type Path = { assignment: string }

const fromPath = ({ assignment }: Path) => ({ id: assignment })

/** The query: the place after which the reports, positions, dates and evidence continue. */
const query = parseQuery(z.strictObject({ after: assignmentPartCursors.schema.optional() }))

export const GET = getRouteAsOf(query, async (actor, { after }, { assignment }: Path) => {
  const one = await findAssignmentInFull(actor, assignment, after)
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
