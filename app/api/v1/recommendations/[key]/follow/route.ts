import { updateRoute } from '@/app/api/v1/edge'
import { followRecommendation } from '@/lib/recommendations/follow-recommendation'

export const POST = updateRoute(followRecommendation, ({ key }: { key: string }) => ({ key }))
