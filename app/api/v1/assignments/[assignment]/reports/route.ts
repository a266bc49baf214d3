import { createRoute } from '@/app/api/v1/edge'
import { addReport } from '@/lib/reports/add-report'

/**
 * `{ progress, narrative, asOf?, version?, corrects?, evidence?, id? }` returns `{ id, state, assignment }`. With
 * `draft: true`, nothing is required, and the answer is `{ id, state, version, savedAt, assignment }`.
 */
export const POST = createRoute(addReport, ({ assignment }: { assignment: string }) => ({
  assignmentId: assignment,
}))
