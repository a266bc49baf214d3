'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { readForm } from '@/lib/platform/form'

export const closeOne = action(async (actor, form) => {
  const { id = '', closure, reason } = readForm(form)

  const result = await closeAssignment(actor, { id, closure, reason })
  return result.ok ? left(id, 'closed') : formConflictTold(actor, result, form)
})

export const reopenOne = action(async (actor, form) => {
  const { id = '', reason } = readForm(form)

  const result = await reopenAssignment(actor, { id, reason })
  return result.ok ? left(id, 'reopened') : formConflictTold(actor, result, form)
})

const left = (id: string, done: 'closed' | 'reopened') => formDone({ href: assignmentAddress(id, { done }, 'next') })
