'use server'

import { finished } from '@/app/_forms/finished'
import { signedIn } from '@/app/signed-in'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { invalidField } from '@/lib/platform/result'
import { spanIn } from '@/lib/recommendations/span'
import { addressOf, noteId } from './address'
import { refusal } from './refusal'

export async function addNote(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id, body = '', audience: chosen = '', words: about, intent } = readForm(form)
  if (intent === 'preview') return { typed: readTyped(form), shown: readMarkdown(body) }

  const span = about ? await spanIn(actor, key, about) : {}
  if (!span) return refused(invalidField('words', 'span_not_found'), readTyped(form))
  const [audience, organization] = chosen.split(':')
  const result = await annotate(actor, { id, key, body, audience, organization, ...span })
  if (!result.ok) return refusal(actor, result, form)
  const href = addressOf(key, { done: 'annotated', at: result.value.id }, noteId(result.value.id))
  return finished({ done: words('one.done.annotated'), href })
}

export async function answerNote(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id, parent, body } = readForm(form)

  const result = await annotate(actor, { id, key, parent, body })
  return result.ok ? left(key, 'annotated', result.value.id) : refusal(actor, result, form)
}

export async function reviseNote(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id = '', version, body } = readForm(form)

  const result = await editAnnotation(actor, { id, version, body })
  if (result.ok) return left(key, 'revised', id)
  return refusal(actor, result, form, { subject: { type: 'annotation', id } })
}

export async function withdrawNote(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id = '' } = readForm(form)

  const result = await withdrawAnnotation(actor, { id })
  return result.ok ? left(key, 'withdrawn', 'annotations') : refusal(actor, result, form)
}

const left = (key: string, done: 'annotated' | 'revised' | 'withdrawn', at: string) =>
  finished({ href: addressOf(key, { done, at }, at === 'annotations' ? at : noteId(at)) })
