import { z } from 'zod'
import { getRouteAsOf, parseQuery } from '@/app/api/v1/edge'
import { trendOf } from '@/lib/overview/trend'
import { periods, steps } from '@/lib/overview/trend-days'
import { respond } from '@/lib/platform/http'

const Query = z.strictObject({
  organization: z.string().max(200).optional(),
  document: z.string().max(200).optional(),
  period: z.enum(periods, 'period_unknown').optional(),
  step: z.enum(steps, 'step_unknown').optional(),
})

export const GET = getRouteAsOf(parseQuery(Query), async (actor, asked) => respond(await trendOf(actor, asked)))
