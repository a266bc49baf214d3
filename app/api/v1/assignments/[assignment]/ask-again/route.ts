import { updateRoute } from '@/app/api/v1/edge'
import { askAgain } from '@/lib/assignments/ask-again'

/** `{ reason?, version }` */
export const POST = updateRoute(askAgain, ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }))
