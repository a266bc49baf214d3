'use server'

import { refresh } from 'next/cache'
import { action, actionWith } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { cycleAddress, remindedOf } from '@/app/_addresses/cycle'
import { addCycle } from '@/lib/cycles/add-cycle'
import { cancelCycle } from '@/lib/cycles/cancel-cycle'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { mayRunCycles } from '@/lib/cycles/policy'
import { remindCycle } from '@/lib/notifications/remind-cycle'
import { readForm } from '@/lib/platform/form'
import { remindedInWords } from './reminded-words'
import { partiesInOneField, typedCycle } from './typed-cycle'

export const addOne = actionWith({ may: [mayRunCycles, 'cycle_forbidden'] }, async (actor, form) => {
  const { id } = readForm(form)
  const result = await addCycle(actor, { id, ...(await typedCycle(form)) })
  return result.ok
    ? formDone({ href: cycleAddress(result.value.id, { done: 'added' }) })
    : partiesInOneField(await formConflictTold(actor, result, form))
})

export const saveCycle = actionWith({ may: [mayRunCycles, 'cycle_forbidden'] }, async (actor, form) => {
  const { id = '', version } = readForm(form)
  const result = await editCycle(actor, { id, version, ...(await typedCycle(form)) })
  return result.ok
    ? formDone({ href: cycleAddress(id, { done: 'edited' }) })
    : partiesInOneField(await formConflictTold(actor, result, form, of(id)))
})

export const extendCycle = action(async (actor, form) => {
  const { id = '', version, closesOn = '' } = readForm(form)
  const result = await editCycle(actor, { id, version, closesOn })
  return result.ok
    ? formDone({ href: cycleAddress(id, { done: 'extended' }) })
    : formConflictTold(actor, result, form, of(id))
})

export const cancel = action(async (actor, form) => {
  const { id = '' } = readForm(form)
  const result = await cancelCycle(actor, { id })
  return result.ok
    ? formDone({ href: cycleAddress(id, { done: 'cancelled' }) })
    : formConflictTold(actor, result, form, of(id))
})

export const close = action(async (actor, form) => {
  const { id = '' } = readForm(form)
  const result = await closeCycle(actor, { id })
  return result.ok
    ? formDone({ href: cycleAddress(id, { done: 'closed' }) })
    : formConflictTold(actor, result, form, of(id))
})

/**
 * The answer stays on the page, also without script, if it says more than how many were reminded of, such as the
 * organizations that could not be.
 */
export const remindTheRest = action(async (actor, form) => {
  const { id = '', note } = readForm(form)
  const result = await remindCycle(actor, { id, note })
  if (!result.ok) return formConflictTold(actor, result, form, of(id))

  const { done, already, unreachable } = result.value
  if (done > 0 && already === 0 && unreachable.length === 0)
    return formDone({ href: cycleAddress(id, { done: remindedOf(done) }) })

  refresh()
  return { done: remindedInWords(result.value) }
})

const of = (id: string) => ({ subject: { type: 'cycle', id } })
