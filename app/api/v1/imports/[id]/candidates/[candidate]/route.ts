import { updateRoute } from '@/app/api/v1/edge'
import { decideCandidate } from '@/lib/imports/decide-candidate'

type Path = { id: string; candidate: string }

/** `{ decision?, title?, kind?, start?, end?, addressees?, themes?, dueOn?, version }` */
export const PATCH = updateRoute(decideCandidate, ({ id, candidate }: Path) => ({ importId: id, id: candidate }))
