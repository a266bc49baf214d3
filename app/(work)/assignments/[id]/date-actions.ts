'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import { readForm } from '@/lib/platform/form'

export const sendDateRequest = action(async (actor, form) => {
  const { id, assignmentId = '', dueOn, reason, letterOn, letter } = readForm(form)

  const result = await requestDate(actor, { id, assignmentId, dueOn, reason, letterOn, letter })
  return result.ok ? left(assignmentId, 'dateRequested') : formConflictTold(actor, result, form, of(assignmentId))
})

export const decideDateRequest = action(async (actor, form) => {
  const { id, assignmentId = '', decision, dueOn = '', confirmPast, note } = readForm(form)

  const granted = decision === 'grant' ? { dueOn } : {}
  const result = await decideDate(actor, { id, decision, ...granted, confirmPast, note })
  if (result.ok) return left(assignmentId, result.value.decision === 'granted' ? 'dateGranted' : 'dateRefused')
  return {
    ...(await formConflictTold(actor, result, form, of(assignmentId))),
    offers: offersPast(result, form),
  }
})

export const withdrawRequest = action(async (actor, form) => {
  const { id, assignmentId = '' } = readForm(form)

  const result = await withdrawDateRequest(actor, { id })
  return result.ok ? left(assignmentId, 'dateWithdrawn') : formConflictTold(actor, result, form, of(assignmentId))
})

const of = (id: string) => ({ subject: { type: 'assignment', id } })

const left = (id: string, done: 'dateRequested' | 'dateGranted' | 'dateRefused' | 'dateWithdrawn') =>
  formDone({ href: assignmentAddress(id, { done }, 'next') })
