import { changing } from '@/app/api/v1/edge'
import { asItIsNow } from '@/app/api/v1/recommendations/as-it-is-now'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'

/** `{ reason }` */
export const POST = changing(asItIsNow(reopenRecommendation), ({ key }: { key: string }) => ({ key }))
