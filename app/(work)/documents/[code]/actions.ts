'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { documentAddress } from '@/app/_addresses/document'
import { annotate } from '@/lib/annotations/annotate'
import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { shortKey } from '@/lib/domain/citation'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'

export const archive = action(async (actor, form) => {
  const { code = '' } = readForm(form)
  const result = await archiveDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return formDone({ href: documentAddress(code, { done: 'archived' }) })
})

export const restore = action(async (actor, form) => {
  const { code = '' } = readForm(form)
  const result = await restoreDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return formDone({ href: documentAddress(code, { done: 'restored' }) })
})

export const saveDetails = action(async (actor, form) => {
  // A blank field clears the detail.
  const cleared = { title: '', symbol: null, body: null, date: null, place: null }
  const result = await editDocument(actor, { ...cleared, ...readForm(form) })
  return result.ok
    ? formDone({ href: documentAddress(result.value.code, { done: 'edited' }) })
    : formConflict(result, form)
})

export const addOne = action(async (actor, form) => {
  const { code = '', id, paragraph, chosen, at = chosen, words = '', title, kind } = readForm(form)
  const result = await addRecommendation(actor, { code, id, paragraph: Number(paragraph), words, at, title, kind })
  if (!result.ok) return formConflict(result, form)

  const { key } = result.value
  return formDone({ href: documentAddress(code, { done: 'added', to: shortKey(key, result.value.document.code) }) })
})

export const addTextNote = action(async (actor, form) => {
  const { code = '', key = '', id, edition, start, end, body, audience: chosen = '' } = readForm(form)
  const [audience, organization] = chosen.split(':')
  const result = await annotate(actor, { id, key, edition, start, end, body, audience, organization })
  if (!result.ok) return formConflict(result, form)

  return formDone({ href: documentAddress(code, { done: 'annotated', to: shortKey(key, code) }) })
})
