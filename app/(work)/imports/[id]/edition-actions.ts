'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { type ImportPageState, importAddress, readImportState } from '@/app/_addresses/import'
import { confirmPlaces } from '@/lib/imports/confirm-places'
import { decidePlace } from '@/lib/imports/decide-place'
import { paragraphCalled } from '@/lib/imports/paragraph-called'
import { readForm } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

/** The list to which a form leads back. */
function back(form: Record<string, string>): ImportPageState {
  const { stand, after } = readImportState({ stand: form.stand, after: form.after })
  return { step: 'places', stand, after }
}

const done = { confirmed: 'placeConfirmed', gone: 'placeGone', open: 'undone' } as const

/** Confirms what is proposed for a recommendation or an annotation, says that it is gone, or takes a decision back. */
export const decide = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', id = '', version, decision = '' } = fields
  const result = await decidePlace(actor, { importId, id, version, decision })
  if (!result.ok) return formConflict(result, form)
  const told = decision === 'gone' || decision === 'open' ? done[decision] : done.confirmed
  const { stand } = back(fields)
  // In a list of what is to be decided, the card disappears with its form.
  const stays = stand !== 'open' && { done: t(`imports.done.${told}`) }
  return formDone({ ...stays, href: importAddress(importId, { ...back(fields), edit: id, done: told }, `k-${id}`) })
})

/** Decides for other words than the proposed ones. */
export const savePlace = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', id = '', version, paragraph: called = '', words = '', at } = fields
  const paragraph = await paragraphCalled(actor, importId, called)
  if (!paragraph.ok) return formConflict(paragraph, form)
  const result = await decidePlace(actor, { importId, id, version, paragraph: paragraph.value, words, at })
  if (!result.ok) return formConflict(result, form)
  const saved = importAddress(importId, { ...back(fields), edit: id, done: 'placeConfirmed' }, `k-${id}`)
  return formDone({ href: saved })
})

/** Confirms everything that is proposed as unchanged, or as moved. */
export const confirmAll = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', state } = fields
  const result = await confirmPlaces(actor, { importId, state })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: importAddress(importId, { ...back(fields), after: undefined, done: 'placesConfirmed' }) })
})
