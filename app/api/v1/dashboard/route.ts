import { plainly, reading } from '@/app/api/v1/edge'
import { dashboardAsJson } from '@/lib/overview/dashboard'
import { respondText } from '@/lib/platform/http'
import { ok } from '@/lib/platform/result'

export const GET = reading(plainly, async (actor) => respondText(ok(await dashboardAsJson(actor))))
