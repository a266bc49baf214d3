'use server'

import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { signedIn } from '@/app/signed-in'
import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { addressOf } from './address'

export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { code = '' } = readForm(form)
  const result = await archiveDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return finished({ href: addressOf(code, { done: 'archived' }) })
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { code = '' } = readForm(form)
  const result = await restoreDocument(actor, { code })
  if (!result.ok) return refused(result, readTyped(form))

  return finished({ href: addressOf(code, { done: 'restored' }) })
}

export async function saveDetails(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  // A field left blank clears the detail.
  const cleared = { title: '', symbol: null, body: null, date: null, place: null }
  const result = await editDocument(actor, { ...cleared, ...readForm(form) })
  return result.ok ? finished({ href: addressOf(result.value.code, { done: 'edited' }) }) : meanwhile(result, form)
}

export async function addOne(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { code = '', id, paragraph, near, words, title, kind } = readForm(form)
  const result = await addRecommendation(actor, { code, id, paragraph: Number(paragraph), words, near, title, kind })
  return result.ok ? finished({ href: addressOf(code, { done: 'added' }) }) : refused(result, readTyped(form))
}
