'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { readForm } from '@/lib/platform/form'

export const sendStep = action(async (actor, form) => {
  const { id, assignmentId = '', ...step } = readForm(form)
  const { title, responsible, startsOn, dueOn, letterOn, letter, then } = step

  const result = await addAction(actor, { id, assignmentId, title, responsible, startsOn, dueOn, letterOn, letter })
  return result.ok
    ? left(assignmentId, 'stepAdded', then === 'another' ? 'new' : undefined)
    : formConflict(result, form)
})

export const saveStep = action(async (actor, form) => {
  const { assignmentId = '', ...sent } = readForm(form)
  const { id, version, title = '', responsible = null, startsOn = null, dueOn = null, state, doneOn = null } = sent

  const result = await changeAction(actor, { id, version, title, responsible, startsOn, dueOn, state, doneOn })
  return result.ok ? left(assignmentId, 'stepChanged') : formConflict(result, form)
})

/** The buttons beside a step: they move it, or set its state. */
export const moveStep = action(async (actor, form) => {
  const { id, assignmentId = '', version, position, state } = readForm(form)

  const result = await changeAction(actor, { id, version, position, state })
  return result.ok ? left(assignmentId, state ? 'stepChanged' : 'stepMoved') : formConflict(result, form)
})

const left = (id: string, done: 'stepAdded' | 'stepChanged' | 'stepMoved', step?: 'new') =>
  formDone({ href: assignmentAddress(id, { done, step }, 'plan') })
