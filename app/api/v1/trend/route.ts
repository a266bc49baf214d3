import { getRouteAsOf, parseQuery } from '@/app/api/v1/edge'
import { TrendQuery, trendOf } from '@/lib/overview/trend'
import { respond } from '@/lib/platform/http'

export const GET = getRouteAsOf(parseQuery(TrendQuery), async (actor, asked) => respond(await trendOf(actor, asked)))
