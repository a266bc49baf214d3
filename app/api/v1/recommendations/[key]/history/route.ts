import { getRouteAsOf } from '@/app/api/v1/edge'
import { historyQuery } from '@/app/api/v1/history-query'
import { respond } from '@/lib/platform/http'
import { historyOfRecommendation } from '@/lib/register/recommendation-history'

export const GET = getRouteAsOf(historyQuery, async (actor, query, { key }: { key: string }) =>
  respond(await historyOfRecommendation(actor, key, query)),
)
