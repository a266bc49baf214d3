import { updateRoute } from '@/app/api/v1/edge'
import { decideDate } from '@/lib/assignments/decide-date'

/** `{ decision, dueOn?, confirmPast?, note? }` returns `{ id, decision, assignment }`. */
export const POST = updateRoute(decideDate, ({ extension }: { extension: string }) => ({ id: extension }))
