import { updateRoute } from '@/app/api/v1/edge'
import { confirmPlaces } from '@/lib/imports/confirm-places'

/** `{ state }` returns `{ confirmed }`, a count. */
export const POST = updateRoute(confirmPlaces, ({ id }: { id: string }) => ({ importId: id }))
