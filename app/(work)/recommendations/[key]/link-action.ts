'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { readForm } from '@/lib/platform/form'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'

export const link = action(async (actor, form) => {
  const { key = '', to, relation } = readForm(form)
  const result = await linkRecommendation(actor, { key, to, relation })
  return result.ok ? done(key, 'linked') : formConflictTold(actor, result, form)
})

export const unlink = action(async (actor, form) => {
  const { page = '', key, to } = readForm(form)
  const result = await unlinkRecommendation(actor, { key, to })
  return result.ok ? done(page, 'unlinked') : formConflictTold(actor, result, form)
})

const done = (key: string, done: string) =>
  formDone({ href: recommendationAddress(key, { done, at: 'related' }, 'related') })
