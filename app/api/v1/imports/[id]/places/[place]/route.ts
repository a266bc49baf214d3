import { updateRoute } from '@/app/api/v1/edge'
import { decidePlace } from '@/lib/imports/decide-place'

type Path = { id: string; place: string }

/** `{ decision?, paragraph?, start?, end?, words?, occurrence?, version }` */
export const PATCH = updateRoute(decidePlace, ({ id, place }: Path) => ({ importId: id, id: place }))
