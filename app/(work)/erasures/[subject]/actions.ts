'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { erasureAddress } from '@/app/_addresses/erasure'
import { erase } from '@/lib/erasures/erase'
import { readForm, readTyped, refused } from '@/lib/platform/form'

export const eraseChosen = action(async (actor, form) => {
  const { noun, id, reason, confirm, ...fields } = readForm(form)
  const items = Object.keys(fields).flatMap((name) => (name.startsWith('item:') ? [name.slice('item:'.length)] : []))
  const result = await erase(actor, { noun, id, items, reason, confirm })
  return result.ok
    ? formDone({ href: `${erasureAddress(result.value.noun, result.value.id)}?done=erased` })
    : refused(result, readTyped(form))
})
