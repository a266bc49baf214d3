import { createRoute } from '@/app/api/v1/edge'
import { addAction } from '@/lib/plans/add-action'

/** `{ title, responsible?, startsOn?, dueOn? }` */
export const POST = createRoute(addAction, ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }))
