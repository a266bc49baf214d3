import { getRouteAsOf } from '@/app/api/v1/edge'
import { historyQuery } from '@/app/api/v1/history-query'
import { historyForPrograms } from '@/lib/history/api-history'

export const GET = getRouteAsOf(historyQuery, async (actor, query) =>
  Response.json(await historyForPrograms(actor, query)),
)
