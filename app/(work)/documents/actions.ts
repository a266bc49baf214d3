'use server'

import { redirect } from 'next/navigation'
import { action } from '@/app/_actions/action'
import { discardDraft } from '@/lib/documents/drafts'
import { readForm } from '@/lib/platform/form'

export const throwAway = action(async (actor, form) => {
  await discardDraft(actor, readForm(form).id ?? '')
  redirect('/documents')
})
