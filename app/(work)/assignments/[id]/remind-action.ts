'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { remind } from '@/lib/notifications/remind'
import { readForm } from '@/lib/platform/form'

export const sendReminder = action(async (actor, form) => {
  const { assignmentId = '', note } = readForm(form)

  const result = await remind(actor, { assignmentId, note })
  if (result.ok) return formDone({ href: assignmentAddress(assignmentId, { done: 'reminded' }, 'next') })
  return formConflictTold(actor, result, form, { subject: { type: 'assignment', id: assignmentId } })
})
