import { addRoute } from '@/app/api/v1/edge'
import { withMentions } from '@/app/api/v1/with-mentions'
import { mentionedInReport } from '@/lib/mentions/outcome'
import { submitReportDraft } from '@/lib/reports/submit-draft'

/** `{ version? }` submits a draft and returns `{ id, state, assignment }`. */
export const POST = addRoute(
  withMentions(submitReportDraft, (actor, { assignment }) => mentionedInReport(actor, assignment.id)),
  ({ report }: { report: string }) => ({ id: report }),
)
