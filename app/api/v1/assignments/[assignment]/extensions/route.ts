import { createRoute } from '@/app/api/v1/edge'
import { requestDate } from '@/lib/assignments/request-date'

/** `{ dueOn, reason }` returns `{ id, dueOn, assignment }`. */
export const POST = createRoute(requestDate, ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }))
