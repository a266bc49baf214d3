'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { importAddress } from '@/app/_addresses/import'
import { receiveText } from '@/lib/imports/receive-import'
import { readForm } from '@/lib/platform/form'

export const sendText = action(async (actor, form) => {
  const received = await receiveText(actor, readForm(form))
  if (!received.ok) return formConflict(received, form)
  const { id, earlier } = received.value
  return formDone({ href: importAddress(id, { done: earlier ? 'earlier' : 'received' }) })
})
