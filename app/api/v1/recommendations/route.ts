import { reading } from '@/app/api/v1/edge'
import { respondText } from '@/lib/platform/http'
import { readFilters } from '@/lib/recommendations/filters'
import { listAsJson } from '@/lib/recommendations/list'

export const GET = reading(readFilters, async (actor, filters) => respondText(await listAsJson(actor, filters)))
