import { getRouteAsOf, noQuery } from '@/app/api/v1/edge'
import { dashboardAsJson } from '@/lib/overview/dashboard'
import { respondText } from '@/lib/platform/http'
import { ok } from '@/lib/platform/result'

export const GET = getRouteAsOf(noQuery, async (actor) => respondText(ok(await dashboardAsJson(actor))))
