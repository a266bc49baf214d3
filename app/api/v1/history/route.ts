import { askedHistory } from '@/app/api/v1/asked-history'
import { reading } from '@/app/api/v1/edge'
import { historyForPrograms, historyOf } from '@/lib/history/queries'

export const GET = reading(askedHistory, async (actor, asked) =>
  Response.json(historyForPrograms(await historyOf(actor, asked))),
)
