import { updateRoute } from '@/app/api/v1/edge'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'

const fromPath = ({ assignment }: { assignment: string }) => ({ id: assignment })

/** `{ owner?, dueOn?, role?, version }` */
export const PATCH = updateRoute(changeAssignment, fromPath)

/** Answers the assignment as it was. */
export const DELETE = updateRoute(removeAssignment, fromPath)
