'use server'

import { finished } from '@/app/_forms/finished'
import { signedIn } from '@/app/signed-in'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { type FormState, readForm } from '@/lib/platform/form'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { addressOf, rowId } from './address'
import { refusal } from './refusal'

export async function closeOne(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id = '', closure, reason } = readForm(form)

  const result = await closeAssignment(actor, { id, closure, reason })
  return result.ok ? left(key, 'closed', id, rowId(id)) : refusal(actor, result, form)
}

export async function reopenOne(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', id = '', reason } = readForm(form)

  const result = await reopenAssignment(actor, { id, reason })
  return result.ok ? left(key, 'reopened', id, rowId(id)) : refusal(actor, result, form)
}

export async function closeWhole(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', closure, reason } = readForm(form)

  const result = await closeRecommendation(actor, { key, closure, reason })
  return result.ok ? left(key, 'closed', 'recommendation', 'main') : refusal(actor, result, form)
}

export async function reopenWhole(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { key = '', reason } = readForm(form)

  const result = await reopenRecommendation(actor, { key, reason })
  return result.ok ? left(key, 'reopened', 'recommendation', 'main') : refusal(actor, result, form)
}

const left = (key: string, done: 'closed' | 'reopened', at: string, part: string) =>
  finished({ href: addressOf(key, { done, at }, part) })
