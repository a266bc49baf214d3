import { addRoute } from '@/app/api/v1/edge'
import { submitReportDraft } from '@/lib/reports/submit-draft'

/** `{ version? }` submits a draft and returns `{ id, state, assignment }`. */
export const POST = addRoute(submitReportDraft, ({ report }: { report: string }) => ({ id: report }))
