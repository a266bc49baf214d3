'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { readForm } from '@/lib/platform/form'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'

export const closeWhole = action(async (actor, form) => {
  const { key = '', closure, reason } = readForm(form)

  const result = await closeRecommendation(actor, { key, closure, reason })
  return result.ok ? left(key, 'closed') : formConflictTold(actor, result, form)
})

export const reopenWhole = action(async (actor, form) => {
  const { key = '', reason } = readForm(form)

  const result = await reopenRecommendation(actor, { key, reason })
  return result.ok ? left(key, 'reopened') : formConflictTold(actor, result, form)
})

const left = (key: string, done: 'closed' | 'reopened') =>
  formDone({ href: recommendationAddress(key, { done, at: 'recommendation' }, 'main') })
