import { updateRoute } from '@/app/api/v1/edge'
import { remindCycle } from '@/lib/notifications/remind-cycle'

/** `{ note? }` returns `{ done, already, unreachable }`. */
export const POST = updateRoute(remindCycle, ({ id }: { id: string }) => ({ id }))
