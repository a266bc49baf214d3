import { createRoute } from '@/app/api/v1/edge'
import { reportNoChange } from '@/lib/reports/report-no-change'

/** `{ version? }` returns `{ id, state, assignment }`. */
export const POST = createRoute(reportNoChange, ({ assignment }: { assignment: string }) => ({
  assignmentId: assignment,
}))
