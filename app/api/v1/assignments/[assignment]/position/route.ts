import { updateRoute } from '@/app/api/v1/edge'
import { answer } from '@/lib/assignments/answer'

/** `{ position, reason?, answeredOn?, version }` */
export const PUT = updateRoute(answer, ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }))
