import { changing, plainly, reading } from '@/app/api/v1/edge'
import { respondText } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { oneAsJson } from '@/lib/recommendations/one'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'

type Path = { key: string }

export const GET = reading(plainly, async (actor, _, { key }: Path) =>
  respondText(found(await oneAsJson(actor, key), 'recommendation_not_found')),
)

/** `{ title?, kind?, themes?, addressees?, version }` */
export const PATCH = changing(editRecommendation, ({ key }: Path) => ({ key }))

/** Answers what was removed; refused once there is work on it. */
export const DELETE = changing(removeRecommendation, ({ key }: Path) => ({ key }))
