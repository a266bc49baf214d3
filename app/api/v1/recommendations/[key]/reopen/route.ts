import { changing } from '@/app/api/v1/edge'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'

/** `{ reason }` */
export const POST = changing(reopenRecommendation, ({ key }: { key: string }) => ({ key }))
