import { getRoute } from '@/app/api/v1/edge'
import { askedHistory } from '@/app/api/v1/history-query'
import { historyForPrograms } from '@/lib/history/api-history'

export const GET = getRoute(askedHistory, async (actor, asked) => Response.json(await historyForPrograms(actor, asked)))
