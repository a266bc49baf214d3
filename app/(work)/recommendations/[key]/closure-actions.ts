'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress, rowId } from '@/app/_addresses/recommendation'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { readForm } from '@/lib/platform/form'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { refusal } from './refusal'

export const closeOne = action(async (actor, form) => {
  const { key = '', id = '', closure, reason } = readForm(form)

  const result = await closeAssignment(actor, { id, closure, reason })
  return result.ok ? left(key, 'closed', id, rowId(id)) : refusal(actor, result, form)
})

export const reopenOne = action(async (actor, form) => {
  const { key = '', id = '', reason } = readForm(form)

  const result = await reopenAssignment(actor, { id, reason })
  return result.ok ? left(key, 'reopened', id, rowId(id)) : refusal(actor, result, form)
})

export const closeWhole = action(async (actor, form) => {
  const { key = '', closure, reason } = readForm(form)

  const result = await closeRecommendation(actor, { key, closure, reason })
  return result.ok ? left(key, 'closed', 'recommendation', 'main') : refusal(actor, result, form)
})

export const reopenWhole = action(async (actor, form) => {
  const { key = '', reason } = readForm(form)

  const result = await reopenRecommendation(actor, { key, reason })
  return result.ok ? left(key, 'reopened', 'recommendation', 'main') : refusal(actor, result, form)
})

const left = (key: string, done: 'closed' | 'reopened', at: string, part: string) =>
  formDone({ href: recommendationAddress(key, { done, at }, part) })
