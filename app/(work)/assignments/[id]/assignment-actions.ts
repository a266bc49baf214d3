'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationAddress, rowId } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { mayAssign } from '@/lib/assignments/policy'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { readAll, readForm, readTyped } from '@/lib/platform/form'
import { reportProgress } from '@/lib/reports/report-progress'

/** With the key of a recommendation, the form is on the page of that recommendation. */
export const sendReport = action(async (actor, form) => {
  const { key, assignmentId = '', id, version, progress, narrative, asOf, corrects, update, relies } = readForm(form)
  // Renders the page again, with evidence that was added since. `shown` says that nothing is saved.
  if (update) {
    refresh()
    return { typed: readTyped(form), shown: [] }
  }
  const evidence = relies ? readAll(form, 'evidence') : undefined

  const result = await reportProgress(actor, {
    id,
    assignmentId,
    version,
    progress,
    narrative,
    asOf,
    corrects,
    evidence,
  })
  if (!result.ok) return formConflictTold(actor, result, form, ofAssignment(assignmentId))
  const claimed = result.value.assignment.progress === 'implemented'
  const done = corrects ? 'corrected' : claimed ? 'claimed' : 'reported'
  if (!key) return left(assignmentId, done)
  return formDone({ href: recommendationAddress(key, { done, at: assignmentId }, rowId(assignmentId)) })
})

/** A blank owner or date removes it. People who may not assign can only set the owner. */
export const saveAssignment = action(async (actor, form) => {
  const { id = '', version, owner = null, dueOn = null, reason, correction, role, confirmPast } = readForm(form)
  const duty = mayAssign(actor) ? { owner, dueOn, reason, correction, role, confirmPast } : { owner }

  const result = await changeAssignment(actor, { id, version, ...duty })
  if (!result.ok) {
    return { ...(await formConflictTold(actor, result, form, ofAssignment(id))), offers: offersPast(result, form) }
  }
  return left(id, 'changed')
})

export const takeBack = action(async (actor, form) => {
  const { key = '', id = '' } = readForm(form)

  const result = await removeAssignment(actor, { id })
  if (!result.ok) return formConflictTold(actor, result, form)
  return formDone({ href: recommendationAddress(key, { done: 'removed', at: 'assignments' }, 'assignments') })
})

const ofAssignment = (id: string) => ({ subject: { type: 'assignment', id } })

const left = (id: string, done: 'reported' | 'claimed' | 'corrected' | 'changed') =>
  formDone({ href: assignmentAddress(id, { done }, 'next') })
