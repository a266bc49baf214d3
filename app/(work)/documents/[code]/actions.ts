'use server'

import { action } from '@/app/_forms/action'
import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { addressOf } from './address'

export const archive = action(async (actor, form) => {
  const { code = '' } = readForm(form)
  const result = await archiveDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return finished({ href: addressOf(code, { done: 'archived' }) })
})

export const restore = action(async (actor, form) => {
  const { code = '' } = readForm(form)
  const result = await restoreDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return finished({ href: addressOf(code, { done: 'restored' }) })
})

export const saveDetails = action(async (actor, form) => {
  // A field left blank clears the detail.
  const cleared = { title: '', symbol: null, body: null, date: null, place: null }
  const result = await editDocument(actor, { ...cleared, ...readForm(form) })
  return result.ok ? finished({ href: addressOf(result.value.code, { done: 'edited' }) }) : meanwhile(result, form)
})

export const addOne = action(async (actor, form) => {
  const { code = '', id, paragraph, chosen, at = chosen, words = '', title, kind } = readForm(form)
  const result = await addRecommendation(actor, { code, id, paragraph: Number(paragraph), words, at, title, kind })
  return result.ok ? finished({ href: addressOf(code, { done: 'added' }) }) : refused(result, readTyped(form))
})
