import { updateRoute } from '@/app/api/v1/edge'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'

/** `{ reason }` */
export const POST = updateRoute(reopenRecommendation, ({ key }: { key: string }) => ({ key }))
