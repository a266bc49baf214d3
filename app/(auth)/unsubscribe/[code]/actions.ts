'use server'

import { publicAction } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { unsubscribeAddress } from '@/app/_addresses/unsubscribe'
import { unsubscribe } from '@/lib/notifications/unsubscribe'
import { readForm, refused } from '@/lib/platform/form'

export const endMails = publicAction(async (form) => {
  const { code = '' } = readForm(form)
  const result = await unsubscribe(code)
  return result.ok ? formDone({ href: unsubscribeAddress(code, { done: 'ended' }) }) : refused(result, {})
})
