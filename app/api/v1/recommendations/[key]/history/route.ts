import { getRoute } from '@/app/api/v1/edge'
import { askedHistory } from '@/app/api/v1/history-query'
import { respond } from '@/lib/platform/http'
import { historyOfRecommendation } from '@/lib/recommendations/history'

export const GET = getRoute(askedHistory, async (actor, asked, { key }: { key: string }) =>
  respond(await historyOfRecommendation(actor, key, asked)),
)
