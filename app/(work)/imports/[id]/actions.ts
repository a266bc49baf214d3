'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { documentAddress } from '@/app/_addresses/document'
import { type ImportPageState, importAddress, readImportState } from '@/app/_addresses/import'
import { addingMissing, offeringMissing, pointingToBox } from '@/app/(work)/_components/add-missing'
import { offeringSimilar } from '@/app/(work)/_components/confirm-similar'
import { acceptAbove } from '@/lib/imports/accept-above'
import { addCandidate } from '@/lib/imports/add-candidate'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { editImport } from '@/lib/imports/edit-import'
import { findPassage } from '@/lib/imports/find-passage'
import { linkProposed } from '@/lib/imports/link-proposed'
import { mergeCandidates } from '@/lib/imports/merge-candidates'
import { previewImport } from '@/lib/imports/preview-import'
import { publishImport } from '@/lib/imports/publish-import'
import { splitCandidate } from '@/lib/imports/split-candidate'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'
import { addresseeLines, atLines } from './addressee-lines'
import { candidateRefusal } from './candidate-refusal'

/** The section, its page and the filter to which a form leads back, and the paragraph at which the page then says what was done. */
const back = (form: Record<string, string>): ImportPageState => {
  const { section, page, show, at } = readImportState({ ...form, at: form.paragraph })
  return { section, page, show, at }
}

/** Moves the error of a place to the field with the words that begin there. */
function atItsWords(failure: Failure): Failure {
  if (failure.reason !== 'invalid') return failure
  return { ...failure, errors: failure.errors.map((error) => ({ ...error, field: 'words' })) }
}

/** Decides on the candidate of the button that was pressed, or links one of its addressees. */
export const decide = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', do: pressed = '' } = fields
  const [decision, id = '', version, place] = pressed.split(' ')
  const links = decision === 'link'
  const result = links
    ? await linkProposed(actor, { importId, id, version, place })
    : await decideCandidate(actor, { importId, id, version, decision })
  if (!result.ok) return candidateRefusal(result, form)
  const done = decision === 'accepted' || decision === 'rejected' ? decision : links ? 'linked' : 'undone'
  // With a filter, the candidate would disappear with its form.
  const stays = fields.show === undefined && { done: t(`imports.done.${done}`) }
  return formDone({ ...stays, href: importAddress(importId, { ...back(fields), done }, `c-${id}`) })
})

export const saveCandidate = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', id = '', version, paragraph, words = '', at, from, quote = '' } = fields
  const changes = {
    title: fields.title ?? '',
    kind: fields.kind,
    dueOn: fields.dueOn ?? null,
    decision: fields.decision,
  }
  const passage = words === quote ? undefined : await findPassage(actor, importId, { paragraph, words, at: at ?? from })
  if (passage && !passage.ok) return formConflict(passage, form)
  const lines = addresseeLines(fields)
  const addressees = lines.map(({ name, party }) => ({ name, ...(party !== undefined && { party }) }))
  const attempt = () => decideCandidate(actor, { importId, id, version, ...changes, addressees, ...passage?.value })
  const { result: decided, refused: notAdded } = await addingMissing(actor, form, attempt, (result) =>
    result.ok ? [] : [result],
  )
  const result = notAdded ?? decided
  if (result.ok) return formDone({ href: importAddress(importId, { ...back(fields), done: 'saved' }, `c-${id}`) })
  const state = candidateRefusal(pointingToBox(atLines(result, lines)), form)
  return offeringMissing(offeringSimilar(state, [result], form), [result], form)
})

export const addOne = action(async (actor, form) => {
  const fields = readForm(form)
  const { id, importId = '', paragraph, sentence = '', words = '', at, title, kind } = fields
  const [start, end] = sentence.split('-')
  // The words may be those of the chosen sentence, which can occur a second time.
  const from = { paragraph, words, at: at ?? start }
  const passage = words === '' && sentence !== '' ? undefined : await findPassage(actor, importId, from)
  if (passage && !passage.ok) return formConflict(passage, form)
  const span = passage?.value ?? { start, end }
  const result = await addCandidate(actor, { id, importId, paragraph, ...span, title, kind })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: importAddress(importId, { ...back(fields), show: undefined, done: 'added' }, `c-${id}`) })
})

/** Splits a candidate where the given words begin. */
export const split = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', id = '', version, secondId, paragraph, words = '', at } = fields
  const passage = await findPassage(actor, importId, { paragraph, words, at })
  if (!passage.ok) return formConflict(passage, form)
  const result = await splitCandidate(actor, { importId, id, version, secondId, at: passage.value.start })
  if (!result.ok) return formConflict(atItsWords(result), form)
  return formDone({ href: importAddress(importId, { ...back(fields), done: 'split' }, `c-${id}`) })
})

/** Merges a candidate with the one after it. */
export const merge = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', id = '', version, otherId, otherVersion, accept } = fields
  const result = await mergeCandidates(actor, {
    importId,
    id,
    version,
    otherId,
    otherVersion,
    ...(accept && { accept }),
  })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: importAddress(importId, { ...back(fields), done: 'merged' }, `c-${id}`) })
})

/** Accepts all candidates with at least a given confidence. */
export const acceptAll = action(async (actor, form) => {
  const fields = readForm(form)
  const { importId = '', confidence } = fields
  const result = await acceptAbove(actor, { importId, confidence })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: importAddress(importId, { ...back(fields), done: 'acceptedAll' }) })
})

/** Saves the details, and goes on if the import can be published with them. */
export const saveDetails = action(async (actor, form) => {
  const { id = '', version, ...typed } = readForm(form)
  const cleared = { title: '', code: '', symbol: '', body: '', date: '', place: '' }
  const saved = await editImport(actor, { id, version, ...cleared, ...typed })
  if (!saved.ok) return formConflict(saved, form)
  const preview = await previewImport(actor, id)
  if (!preview.ok && preview.reason === 'invalid') {
    return { ...formConflict(preview, form), typed: { ...readTyped(form), version: String(saved.value.version) } }
  }
  return formDone({ href: importAddress(id, { step: 'check' }) })
})

export const publish = action(async (actor, form) => {
  const { id = '', assign } = readForm(form)
  const result = await publishImport(actor, { id, ...(assign && { assign }) })
  if (!result.ok) return formConflict(result, form)
  const { published, editionOf } = result.value
  return formDone({ href: documentAddress(`${published?.code}`, { done: editionOf ? 'edition' : 'published' }) })
})

export const withdraw = action(async (actor, form) => {
  const { id = '' } = readForm(form)
  const result = await withdrawImport(actor, { id })
  if (!result.ok) return refused(result, readTyped(form))
  return formDone({ href: importAddress(id, { done: 'withdrawn' }) })
})
