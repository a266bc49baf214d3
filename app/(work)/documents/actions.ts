'use server'

import { redirect } from 'next/navigation'
import { signedIn } from '@/app/signed-in'
import { discardDraft } from '@/lib/documents/drafts'
import { readForm } from '@/lib/platform/form'

export async function throwAway(form: FormData) {
  const actor = await signedIn()
  await discardDraft(actor, readForm(form).id ?? '')
  redirect('/documents')
}
