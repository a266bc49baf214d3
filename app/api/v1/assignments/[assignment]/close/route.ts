import { updateRoute } from '@/app/api/v1/edge'
import { closeAssignment } from '@/lib/assignments/close-assignment'

/** `{ closure, reason }` */
export const POST = updateRoute(closeAssignment, ({ assignment }: { assignment: string }) => ({ id: assignment }))
