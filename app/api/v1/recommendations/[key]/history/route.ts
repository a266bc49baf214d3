import { askedHistory } from '@/app/api/v1/asked-history'
import { reading } from '@/app/api/v1/edge'
import { respond } from '@/lib/platform/http'
import { historyOfRecommendation } from '@/lib/recommendations/history'

export const GET = reading(askedHistory, async (actor, asked, { key }: { key: string }) =>
  respond(await historyOfRecommendation(actor, key, asked)),
)
