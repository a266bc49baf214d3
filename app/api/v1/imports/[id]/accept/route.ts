import { updateRoute } from '@/app/api/v1/edge'
import { acceptAbove } from '@/lib/imports/accept-above'

/** `{ confidence }` returns `{ accepted }`, a count. */
export const POST = updateRoute(acceptAbove, ({ id }: { id: string }) => ({ importId: id }))
