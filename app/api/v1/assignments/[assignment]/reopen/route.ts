import { updateRoute } from '@/app/api/v1/edge'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'

/** `{ reason }` */
export const POST = updateRoute(reopenAssignment, ({ assignment }: { assignment: string }) => ({ id: assignment }))
