'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { followRecommendation, unfollowRecommendation } from '@/lib/recommendations/follow-recommendation'

/** Follows the recommendation, or ends that. */
export const follow = action(async (actor, form) => {
  const { key = '', ends } = readForm(form)

  const result = await (ends ? unfollowRecommendation : followRecommendation)(actor, { key })
  if (!result.ok) return refused(result, readTyped(form))
  const done = ends ? 'unfollowed' : 'followed'
  return formDone({ href: recommendationAddress(key, { done, at: 'recommendation' }, 'main') })
})
