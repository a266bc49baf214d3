import { updateRoute } from '@/app/api/v1/edge'
import { discardReportDraft } from '@/lib/reports/discard-draft'
import { editReportDraft } from '@/lib/reports/save-draft'

const byId = ({ report }: { report: string }) => ({ id: report })

/** `{ progress?, narrative?, asOf?, evidence?, version }` of a draft returns `{ id, state, version, savedAt, assignment }`. */
export const PATCH = updateRoute(editReportDraft, byId)

/** `{ version? }` discards a draft and returns `{ id, state, assignment }`. */
export const DELETE = updateRoute(discardReportDraft, byId)
