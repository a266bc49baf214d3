import { updateRoute } from '@/app/api/v1/edge'
import { closeCycle } from '@/lib/cycles/close-cycle'

export const POST = updateRoute(closeCycle, ({ id }: { id: string }) => ({ id }))
