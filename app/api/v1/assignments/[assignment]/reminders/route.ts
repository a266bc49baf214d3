import { updateRoute } from '@/app/api/v1/edge'
import { remind } from '@/lib/notifications/remind'

/** `{ note? }` */
export const POST = updateRoute(remind, ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }))
