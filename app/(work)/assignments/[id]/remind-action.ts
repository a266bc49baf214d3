'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { remind } from '@/lib/notifications/remind'
import { readForm, readTyped, refused } from '@/lib/platform/form'

export const sendReminder = action(async (actor, form) => {
  const { assignmentId = '', note } = readForm(form)

  const result = await remind(actor, { assignmentId, note })
  return result.ok
    ? formDone({ href: assignmentAddress(assignmentId, { done: 'reminded' }, 'next') })
    : refused(result, readTyped(form))
})
