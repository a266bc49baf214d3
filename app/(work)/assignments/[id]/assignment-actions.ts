'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { formConflict, formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationAddress, rowId } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { mayAssign } from '@/lib/assignments/policy'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { readAll, readForm, readTyped } from '@/lib/platform/form'
import type { Failure } from '@/lib/platform/result'
import { discardReportDraft } from '@/lib/reports/discard-draft'
import { reportNoChange } from '@/lib/reports/report-no-change'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { readDraft, savedTextOf, seenDraft } from './draft-form'

/** With the key of a recommendation, the form is on the page of that recommendation. */
export const sendReport = action(async (actor, form) => {
  const {
    key,
    assignmentId = '',
    id,
    version,
    progress,
    narrative,
    asOf,
    corrects,
    update,
    relies,
    ...letter
  } = readForm(form)
  if (update === 'draft') return keepDraft(actor, form)
  // Renders the page again, with evidence that was added since. `shown` says that nothing is saved.
  if (update) {
    refresh()
    return { typed: readTyped(form), shown: [] }
  }
  const evidence = relies ? readAll(form, 'evidence') : undefined

  const report = {
    id,
    assignmentId,
    version,
    progress,
    narrative,
    asOf,
    corrects,
    evidence,
    letterOn: letter.letterOn,
    letter: letter.letter,
  }
  const result = await reportProgress(actor, report, corrects ? undefined : seenDraft(form))
  if (!result.ok) return draftRefused(actor, result, form)
  const claimed = result.value.assignment.progress === 'implemented'
  const done = corrects ? 'corrected' : claimed ? 'claimed' : 'reported'
  if (!key) return left(assignmentId, done)
  return formDone({ href: recommendationAddress(key, { done, at: assignmentId }, rowId(assignmentId)) })
})

/** Saves the draft of the form, without script. */
async function keepDraft(actor: Actor, form: FormData) {
  const { key, assignmentId = '' } = readForm(form)

  const result = await saveReportDraft(actor, { ...readDraft(form), assignmentId })
  if (!result.ok) return draftRefused(actor, result, form)
  const done = 'draftSaved'
  if (!key) return formDone({ href: assignmentAddress(assignmentId, { form: 'report', done }, 'next') })
  const state = { report: assignmentId, done, at: assignmentId }
  return formDone({ href: recommendationAddress(key, state, rowId(assignmentId)) })
}

/** Returns a refusal, with the text of someone else who has saved the draft since. */
async function draftRefused(actor: Actor, failure: Failure, form: FormData) {
  const { assignmentId = '' } = readForm(form)
  const state = await formConflictTold(actor, failure, form, ofAssignment(assignmentId))
  const saved = savedTextOf(actor, failure)
  return saved ? { ...state, saved } : state
}

export const sendNoChange = action(async (actor, form) => {
  const { id, assignmentId = '', version } = readForm(form)

  const result = await reportNoChange(actor, { id, assignmentId, version })
  return result.ok ? left(assignmentId, 'noChange') : formConflictTold(actor, result, form, ofAssignment(assignmentId))
})

export const dropDraft = action(async (actor, form) => {
  const { id, assignmentId = '', draftVersion: version } = readForm(form)

  const result = await discardReportDraft(actor, { id, version })
  return result.ok ? left(assignmentId, 'draftDiscarded') : formConflict(result, form)
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

const left = (id: string, done: 'reported' | 'claimed' | 'corrected' | 'changed' | 'noChange' | 'draftDiscarded') =>
  formDone({ href: assignmentAddress(id, { done }, 'next') })
