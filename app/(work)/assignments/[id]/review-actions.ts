'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { readForm } from '@/lib/platform/form'
import { reviewReport } from '@/lib/reports/review-report'

export const decideReport = action(async (actor, form) => {
  const { id, assignmentId = '', reportId, version, decision, note } = readForm(form)

  const result = await reviewReport(actor, { id, reportId, version, decision, note })
  if (!result.ok) return formConflictTold(actor, result, form, { subject: { type: 'assignment', id: assignmentId } })
  return formDone({ href: assignmentAddress(assignmentId, { done: result.value.assignment.verification }, 'next') })
})
