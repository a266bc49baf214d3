import { updateRoute } from '@/app/api/v1/edge'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'

/** `{ closure, reason }` */
export const POST = updateRoute(closeRecommendation, ({ key }: { key: string }) => ({ key }))
