import { updateRoute } from '@/app/api/v1/edge'
import { splitCandidate } from '@/lib/imports/split-candidate'

type Path = { id: string; candidate: string }

/** `{ at, version, secondId? }` returns `{ candidates }`, both of them. */
export const POST = updateRoute(splitCandidate, ({ id, candidate }: Path) => ({ importId: id, id: candidate }))
