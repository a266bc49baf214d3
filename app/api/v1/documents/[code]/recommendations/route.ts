import { createRoute } from '@/app/api/v1/edge'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'

/** `{ paragraph, start, end, title?, kind? }`, or `words` and `occurrence?` in place of `start` and `end` */
export const POST = createRoute(addRecommendation, ({ code }: { code: string }) => ({ code }))
