import { updateRoute } from '@/app/api/v1/edge'
import { cancelCycle } from '@/lib/cycles/cancel-cycle'

export const POST = updateRoute(cancelCycle, ({ id }: { id: string }) => ({ id }))
