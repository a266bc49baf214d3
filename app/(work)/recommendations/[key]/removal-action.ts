'use server'

import { redirect } from 'next/navigation'
import { action } from '@/app/_actions/action'
import { readForm } from '@/lib/platform/form'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { refusal } from './refusal'

export const removeOne = action(async (actor, form) => {
  const { key = '' } = readForm(form)

  const result = await removeRecommendation(actor, { key })
  if (!result.ok) return refusal(actor, result, form)
  redirect(`/documents/${result.value.document}?done=removed`)
})
