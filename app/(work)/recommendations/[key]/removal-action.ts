'use server'

import { redirect } from 'next/navigation'
import { signedIn } from '@/app/signed-in'
import { type FormState, readForm } from '@/lib/platform/form'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { refusal } from './refusal'

export async function removeOne(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '' } = readForm(form)

  const result = await removeRecommendation(actor, { key })
  if (!result.ok) return refusal(actor, result, form)
  redirect(`/documents/${result.value.document}?done=removed`)
}
