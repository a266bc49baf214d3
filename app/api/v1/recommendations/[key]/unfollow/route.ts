import { updateRoute } from '@/app/api/v1/edge'
import { unfollowRecommendation } from '@/lib/recommendations/follow-recommendation'

export const POST = updateRoute(unfollowRecommendation, ({ key }: { key: string }) => ({ key }))
