import { plainly, reading } from '@/app/api/v1/edge'
import { dashboard } from '@/lib/overview/dashboard'

export const GET = reading(plainly, async (actor) => Response.json(await dashboard(actor)))
