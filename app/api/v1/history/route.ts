import { askedHistory } from '@/app/api/v1/asked-history'
import { reading } from '@/app/api/v1/edge'
import { historyForPrograms } from '@/lib/history/for-programs'

export const GET = reading(askedHistory, async (actor, asked) => Response.json(await historyForPrograms(actor, asked)))
