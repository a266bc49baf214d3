import { changing } from '@/app/api/v1/edge'
import { asItIsNow } from '@/app/api/v1/recommendations/as-it-is-now'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'

/** `{ closure, reason }` */
export const POST = changing(asItIsNow(closeRecommendation), ({ key }: { key: string }) => ({ key }))
