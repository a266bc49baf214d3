import { createRoute } from '@/app/api/v1/edge'
import { reviewReport } from '@/lib/reports/review-report'

/** `{ decision, note? }` returns `{ id, decision, assignment }`. */
export const POST = createRoute(reviewReport, ({ report }: { report: string }) => ({ reportId: report }))
