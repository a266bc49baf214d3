import { updateRoute } from '@/app/api/v1/edge'
import { handOver } from '@/lib/assignments/hand-over'

/** `{ to, note? }` */
export const POST = updateRoute(handOver, ({ user }: { user: string }) => ({ id: user }))
