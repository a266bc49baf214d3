import { askedHistory } from '@/app/api/v1/asked-history'
import { reading } from '@/app/api/v1/edge'
import { historyOf } from '@/lib/history/queries'

export const GET = reading(askedHistory, async (actor, asked) => Response.json(await historyOf(actor, asked)))
