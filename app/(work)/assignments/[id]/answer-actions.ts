'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { readForm } from '@/lib/platform/form'

export const sendAnswer = action(async (actor, form) => {
  const { assignmentId = '', version, position, reason, answeredOn, letterOn, letter } = readForm(form)

  const result = await answer(actor, { assignmentId, version, position, reason, answeredOn, letterOn, letter })
  return result.ok ? left(assignmentId, 'answered') : formConflictTold(actor, result, form, of(assignmentId))
})

export const sendQuestion = action(async (actor, form) => {
  const { assignmentId = '', version, reason } = readForm(form)

  const result = await askAgain(actor, { assignmentId, version, reason })
  return result.ok ? left(assignmentId, 'askedAgain') : formConflictTold(actor, result, form, of(assignmentId))
})

const of = (id: string) => ({ subject: { type: 'assignment', id } })

const left = (id: string, done: 'answered' | 'askedAgain') =>
  formDone({ href: assignmentAddress(id, { done }, 'next') })
