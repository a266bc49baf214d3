'use server'

import { action, actionWith } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { annotationId, recommendationAddress } from '@/app/_addresses/recommendation'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { mayAnnotate } from '@/lib/annotations/policy'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { readForm, readTyped, refused } from '@/lib/platform/form'

export const addNote = actionWith({ may: [mayAnnotate, 'annotation_forbidden'] }, async (actor, form) => {
  const { key = '', id, body = '', audience: chosen = '', words = '', at, intent } = readForm(form)
  if (intent === 'preview') {
    const preview = await previewAnnotation(actor, { key, body })
    return preview.ok ? { typed: readTyped(form), shown: preview.value } : refused(preview, readTyped(form))
  }

  const [audience, organization] = chosen.split(':')
  const about = words.trim() === '' ? {} : { words, at }
  const result = await annotate(actor, { id, key, body, audience, organization, ...about })
  return result.ok ? left(key, 'annotated', result.value.id) : formConflictTold(actor, result, form)
})

export const answerNote = action(async (actor, form) => {
  const { key = '', id, parent, body } = readForm(form)

  const result = await annotate(actor, { id, key, parent, body })
  return result.ok ? left(key, 'annotated', result.value.id) : formConflictTold(actor, result, form)
})

export const reviseNote = action(async (actor, form) => {
  const { key = '', id = '', version, body } = readForm(form)

  const result = await editAnnotation(actor, { id, version, body })
  if (result.ok) return left(key, 'revised', id)
  return formConflictTold(actor, result, form, { subject: { type: 'annotation', id } })
})

export const withdrawNote = action(async (actor, form) => {
  const { key = '', id = '', reason } = readForm(form)

  const result = await withdrawAnnotation(actor, { id, reason })
  return result.ok ? left(key, 'withdrawn', 'annotations') : formConflictTold(actor, result, form)
})

const left = (key: string, done: 'annotated' | 'revised' | 'withdrawn', at: string) =>
  formDone({ href: recommendationAddress(key, { done, at }, at === 'annotations' ? at : annotationId(at)) })
