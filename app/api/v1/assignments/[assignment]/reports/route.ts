import { createRoute } from '@/app/api/v1/edge'
import { withMentions } from '@/app/api/v1/with-mentions'
import { mentionedInReport } from '@/lib/mentions/outcome'
import { addReport } from '@/lib/reports/add-report'

/**
 * `{ progress, narrative, asOf?, version?, corrects?, evidence?, id? }` returns `{ id, state, assignment }`. With
 * `draft: true`, nothing is required, and the answer is `{ id, state, version, savedAt, assignment }`.
 */
export const POST = createRoute(
  withMentions(addReport, async (actor, { state, assignment }) =>
    state === 'submitted' ? mentionedInReport(actor, assignment.id) : [],
  ),
  ({ assignment }: { assignment: string }) => ({ assignmentId: assignment }),
)
