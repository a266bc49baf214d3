'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress, rowId } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { mayAssign } from '@/lib/assignments/policy'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { readForm } from '@/lib/platform/form'
import { reportProgress } from '@/lib/reports/report-progress'
import { refusal } from './refusal'

export const sendReport = action(async (actor, form) => {
  const { key = '', assignmentId = '', id, version, progress, narrative, asOf, corrects } = readForm(form)

  const result = await reportProgress(actor, { id, assignmentId, version, progress, narrative, asOf, corrects })
  if (!result.ok) return refusal(actor, result, form, ofAssignment(assignmentId))
  const claimed = result.value.assignment.progress === 'implemented'
  return left(key, corrects ? 'corrected' : claimed ? 'claimed' : 'reported', assignmentId)
})

/** A blank owner or date is nobody and no date. Who may not assign names the owner only. */
export const saveAssignment = action(async (actor, form) => {
  const { key = '', id = '', version, owner = null, dueOn = null, role, confirmPast } = readForm(form)
  const duty = mayAssign(actor) ? { owner, dueOn, role, confirmPast } : { owner }

  const result = await changeAssignment(actor, { id, version, ...duty })
  if (!result.ok) {
    return { ...(await refusal(actor, result, form, ofAssignment(id))), offers: offersPast(result, form) }
  }
  return left(key, 'changed', id)
})

export const takeBack = action(async (actor, form) => {
  const { key = '', id = '' } = readForm(form)

  const result = await removeAssignment(actor, { id })
  if (!result.ok) return refusal(actor, result, form)
  const href = recommendationAddress(key, { done: 'removed', at: 'assignments' }, 'assignments')
  return formDone({ href })
})

const ofAssignment = (id: string) => ({ subject: { type: 'assignment', id } })

const left = (key: string, done: 'reported' | 'claimed' | 'corrected' | 'changed', id: string) =>
  formDone({ href: recommendationAddress(key, { done, at: id }, rowId(id)) })
