import { updateRoute } from '@/app/api/v1/edge'
import { withdrawDateRequest } from '@/lib/assignments/decide-date'

/** Returns `{ id, decision, assignment }`. */
export const POST = updateRoute(withdrawDateRequest, ({ extension }: { extension: string }) => ({ id: extension }))
