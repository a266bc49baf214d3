'use server'

import { redirect } from 'next/navigation'
import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { documentAddress } from '@/app/_addresses/document'
import { readForm } from '@/lib/platform/form'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'

export const removeOne = action(async (actor, form) => {
  const { key = '' } = readForm(form)

  const result = await removeRecommendation(actor, { key })
  if (!result.ok) return formConflictTold(actor, result, form)
  redirect(documentAddress(result.value.document, { done: 'removed' }))
})
