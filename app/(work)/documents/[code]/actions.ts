'use server'

import { finished } from '@/app/_forms/finished'
import { signedIn } from '@/app/signed-in'
import { archiveDocument } from '@/lib/documents/archive-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
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
