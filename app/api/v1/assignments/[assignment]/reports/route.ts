import { createRoute } from '@/app/api/v1/edge'
import { reportProgress } from '@/lib/reports/report-progress'

/** `{ progress, narrative, asOf?, version?, corrects?, id? }` returns `{ id, state, assignment }`. */
export const POST = createRoute(reportProgress, ({ assignment }: { assignment: string }) => ({
  assignmentId: assignment,
}))
